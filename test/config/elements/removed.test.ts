import { expect, test } from "vitest";
import { complaints, configured } from "../../support/configured.js";

const rows = [
  { xml: '<jmxConfigurator contextName="x"/>', says: /^WARN logback\.xml:2:1 <jmxConfigurator> was removed from Logback, and there is no JMX here\. Write <control\/> and change levels with logconf, or edit this file with scan="true"\. It is ignored\.$/ },
  { xml: '<JMXConfigurator/>', says: /^WARN logback\.xml:2:1 <JMXConfigurator> was removed/ },
  { xml: '<receiver class="ch.qos.logback.classic.net.server.ServerSocketReceiver"><port>1</port></receiver>', says: /^ERROR logback\.xml:2:1 <receiver> was removed from Logback: it read serialised Java objects\. Send events as JSON lines instead\./ },
  { xml: '<contextProperty name="A" value="a"/>', says: /^ERROR logback\.xml:2:1 <contextProperty> was removed from Logback\. Use <property scope="context"> instead\./ },
  { xml: '<insertFromJNDI env-entry-name="java:comp/env/appName" as="appName"/>', says: /^ERROR logback\.xml:2:1 <insertFromJNDI> asks a JNDI directory/ },
  { xml: "<consolePlugin/>", says: /^WARN logback\.xml:2:1 <consolePlugin> belonged to a plugin of the Eclipse workbench/ },
  { xml: '<serializeModel file="m.scmo"/>', says: /^ERROR logback\.xml:2:1 <serializeModel> writes a file for the JVM only/ },
  { xml: '<newRule pattern="a/b" actionClass="com.acme.Evil"/>', says: /^ERROR logback\.xml:2:1 <newRule> names a Java class/ },
  { xml: '<param name="a" value="b"/>', says: /^WARN logback\.xml:2:1 <param> is from before Logback 1\.0/ },
  { xml: '<category name="a"><priority value="debug"/></category>', says: /^WARN logback\.xml:2:1 <category> is from log4j\. Use <logger> instead\./ },
];

for (const { xml, says } of rows) {
  test(`${xml} has one status of its own and costs nothing else`, () => {
    const { context, configure } = configured();

    const said = complaints(configure(`<configuration>\n${xml}\n<root level="WARN"/></configuration>`).statuses);

    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(says);
    expect(context.root.level?.name).toBe("WARN");
  });
}
