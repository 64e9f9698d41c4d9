import type { ElementHandler } from "../element-handler.js";
import { findAttribute, type ConfigurationReading } from "../reading.js";
import { useSpringDialect } from "../spring/dialect.js";
import { acceptsProfiles, ProfileError } from "../spring/profiles.js";
import { reportUnread } from "../unread-branch.js";
import type { XmlElement } from "../xml/parse.js";

/**
 * `<springProfile name="prod | (staging & eu), !dev">`: its elements count when a profile is active; of several names apart by
 * commas one is enough.
 *
 * Profiles come from the program, else from `spring.profiles.active`, `SPRING_PROFILES_ACTIVE` or `NODE_ENV`; without any,
 * `default` is active.
 *
 * Status ERROR without a name and for an expression that cannot be read: the elements do not count.
 *
 * Source: Spring Boot, "Logback Extensions", profile-specific configuration.
 */
export const springProfileElement: ElementHandler = {
  names: ["springProfile"],
  attributes: ["name"],
  read: (element, reading, origin) => {
    reading.readChildren(elementsOfProfile(element, "configuration", reading, origin), origin);
  },
};

/**
 * The elements of a `<springProfile>` where they count; else none.
 *
 * @param parent - Name of the element that they count in.
 */
export function elementsOfProfile(element: XmlElement, parent: string, reading: ConfigurationReading, origin: string): readonly XmlElement[] {
  if (isProfileActive(element, reading, origin)) {
    return element.children;
  }
  reportUnread(element.children, parent, reading, origin);
  return [];
}

function isProfileActive(element: XmlElement, reading: ConfigurationReading, origin: string): boolean {
  useSpringDialect(reading);
  const names = (reading.attribute(element, "name", origin) ?? "").split(",").map((name) => name.trim()).filter((name) => name !== "");
  const report = reading.report(origin, findAttribute(element, "name")?.position ?? element.position);
  if (names.length === 0) {
    report.error(`Expected an attribute "name" with profiles on <${element.name}>; what stands in it does not count.`);
    return false;
  }
  try {
    return acceptsProfiles(names, reading.profiles);
  } catch (cause) {
    if (!(cause instanceof ProfileError)) {
      throw cause;
    }
    report.error(`${cause.message} What stands in <${element.name}> does not count.`);
    return false;
  }
}
