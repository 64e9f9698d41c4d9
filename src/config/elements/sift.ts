import type { AppenderFactory, AppenderTemplate } from "../../core/appender-factory.js";
import type { Appender } from "../../core/appender.js";
import { buildComponent, type BuildScope } from "../build-component.js";
import { withConditionsSettled } from "../conditional.js";
import type { AppenderFiles } from "../file-claims.js";
import { isProperty, readNestedProperties, readNestedProperty } from "../nested-properties.js";
import { findAttribute, originOf, type ConfigurationReading } from "../reading.js";
import type { PropertyScope } from "../property-scope.js";
import { SiftedPaths } from "../sifted-paths.js";
import type { XmlElement } from "../xml/parse.js";

/** Where a `<sift>` element stands. */
export interface SiftPlace {
  readonly reading: ConfigurationReading;
  /** Properties as they were where its appender stands. */
  readonly properties: PropertyScope;
  /** Those of its appender and of the ones that are made. */
  readonly files: AppenderFiles;
  /** Name of its appender. */
  readonly owner: string;
}

/**
 * `<sift><appender name="FILE-${user}" class="ch.qos.logback.core.FileAppender">...</appender></sift>`
 *
 * Exactly one appender, built anew for each value of the discriminator; its key is a property in it. `<property>` may
 * stand beside it and in it. `<appender-ref>` may not stand in it, as in Logback. In code it needs no name.
 *
 * Status ERROR, and nothing is ever built, for more than one appender or none, and without a class or a name. Status
 * ERROR for an unknown class.
 * Status WARN when the discriminator's key does not occur in the names of its files.
 * Trouble with building is said once for each place of the file, not once for each value.
 *
 * Source: Logback manual, "Appenders", SiftingAppender.
 */
export function readSift(written: XmlElement, place: SiftPlace, origin: string): AppenderTemplate | undefined {
  const { reading } = place;
  reading.checkAttributes(written, [], origin);
  const sift = withConditionsSettled(written, reading, origin);
  const appenders = sift.children.filter((child) => isAppender(child) && isComplete(child, reading, origin));
  const [element] = appenders;
  if (element === undefined || appenders.length > 1) {
    reading
      .report(origin, sift.position)
      .error(`Expected one <appender> in <${sift.name}>, ${element === undefined ? "found none" : `found ${String(appenders.length)}`}. No appender is made.`);
    return undefined;
  }
  for (const child of sift.children) {
    if (!isAppender(child) && !isProperty(child)) {
      reading.report(originOf(child, origin), child.position).warn(`Ignoring <${child.name}>: only <appender> and <property> may stand in <${sift.name}>.`);
    }
  }
  return { forKey: (key) => factoryFor(key, { ...place, sift, element, origin }) };
}

interface SiftedAppender extends SiftPlace {
  readonly sift: XmlElement;
  readonly element: XmlElement;
  readonly origin: string;
}

function factoryFor(key: string, sifted: SiftedAppender): AppenderFactory {
  const { reading, element, files, owner } = sifted;
  const at = originOf(element, sifted.origin);
  reading.checkAttributes(element, ["name", "class"], at);
  // As in Logback, variables are not replaced in this attribute.
  const definition = reading.findComponent("appender", findAttribute(element, "class")?.value ?? "", at, element.position);
  const settled = withName(withConditionsSettled(element, reading, at), `${owner}-\${${key}}`);
  const paths = new SiftedPaths(settled, key);
  // Without a discriminator, which is reported where it stands, there is no key to ask for.
  for (const { name, position } of key === "" ? [] : paths.withoutKey) {
    reading.report(at, position).warn(`<${name}> of the appender inside [${owner}] does not name \${${key}}: values of it may meet in one file. Write \${${key}} into it.`);
  }
  // Several may append to one file, as in Logback; what one of them renames or empties it takes from the others.
  const appendsOnly = !settled.children.some(({ name }) => ["rollingpolicy", "append"].includes(name.toLowerCase()));
  const owners = new WeakMap<Appender, string>();
  const build = (value: string): Appender | undefined => {
    const marked = propertiesOf(sifted, settled, key, SiftedPaths.MARK);
    const properties = propertiesOf(sifted, settled, key, value);
    const escaping = paths.leadingOut({
      withValue: (text) => reading.substituteSilently(text, properties.atEnd),
      withMark: (text) => reading.substituteSilently(text, marked.atEnd),
      resolvePath: (file) => reading.resolvePath(file),
    });
    if (escaping !== undefined) {
      reading.report(at, element.position).error(`[${escaping}] leads out of the folder that the configuration names; the appender for [${value}] is not made.`);
    }
    if (definition === undefined || escaping !== undefined) {
      return undefined;
    }
    const maker = `${owner}[${value}]`;
    const scope: BuildScope = {
      reading,
      properties: properties.atStart,
      appenderNamed: (reference, from) => {
        reading.report(at, from.position).error(`The appender inside [${owner}] cannot refer to others; the reference to [${reference}] is ignored.`);
      },
      claimFile: (file) => {
        const holder = files.claim(file, maker);
        return appendsOnly && holder?.startsWith(`${owner}[`) === true ? undefined : holder;
      },
    };
    const appender = buildComponent(settled, definition, scope, at) as Appender | undefined;
    if (appender === undefined) {
      files.release(maker);
    } else {
      owners.set(appender, maker);
    }
    return appender;
  };
  const said = new Set<string>();
  return {
    make: (value) => reading.sayingOnce(said, () => build(value)),
    start: (appender) => {
      reading.context.statusManager.at(reading.placeOf(element.position), () => {
        appender.start();
      });
    },
    release: (appender) => {
      files.release(owners.get(appender) ?? "");
    },
  };
}

/** Properties inside `<sift>` for one value, where its appender begins and where it ends. */
function propertiesOf({ reading, properties, sift, origin }: SiftedAppender, appender: XmlElement, key: string, value: string): { readonly atStart: PropertyScope; readonly atEnd: PropertyScope } {
  const before = reading.scope;
  reading.scope = properties.with(key, value, "local");
  try {
    for (const child of sift.children.filter(isProperty)) {
      readNestedProperty(child, reading, originOf(child, origin));
    }
    const atStart = reading.scope;
    readNestedProperties(appender, reading, originOf(appender, origin));
    return { atStart, atEnd: reading.scope };
  } finally {
    reading.scope = before;
  }
}

function withName(element: XmlElement, value: string): XmlElement {
  const { attributes, position } = element;
  return findAttribute(element, "name") === undefined ? { ...element, attributes: [...attributes, { name: "name", value, position }] } : element;
}

function isAppender({ name }: XmlElement): boolean {
  return name.toLowerCase() === "appender";
}

/** As in Logback, an appender without both counts as none. */
function isComplete(element: XmlElement, reading: ConfigurationReading, origin: string): boolean {
  const isInCode = reading.placeOf(element.position) === undefined;
  const missing = ["class", ...(isInCode ? [] : ["name"])].find((name) => (findAttribute(element, name)?.value ?? "") === "");
  if (missing !== undefined) {
    reading.report(originOf(element, origin), element.position).error(`Expected an attribute "${missing}" on <${element.name}>; the appender is left out.`);
  }
  return missing === undefined;
}
