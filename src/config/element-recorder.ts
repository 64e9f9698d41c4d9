import type { OwnProperty } from "./property-scope.js";
import type { ConfigurationReading, ReadingOptions } from "./reading.js";
import type { XmlElement } from "./xml/parse.js";

/** An `<if>` or `<springProfile>`, and what became of it. */
export interface Decision {
  readonly element: XmlElement;
  /** Of an `<if>`: what its condition said, `undefined` when there was none. Of a `<springProfile>`: whether it is active. */
  readonly value: boolean | undefined;
  /** The `<condition>` before it. */
  readonly condition: XmlElement | undefined;
}

/** A property and the element that gave it the value it has in the end. */
export interface DefinedProperty extends OwnProperty {
  readonly element: XmlElement;
}

type ReadElements = ReadingOptions["readElements"];

/** Reads elements by handing them on one by one, and keeps what each of them changed. */
export class ElementRecorder {
  readonly elements: XmlElement[] = [];
  readonly decisions: Decision[] = [];
  readonly properties: Map<string, DefinedProperty> = new Map();
  /** In place of the function that it hands elements on to. */
  readonly read: ReadElements;
  #condition: XmlElement | undefined;

  constructor(readElements: ReadElements) {
    this.read = (elements, reading, origin) => {
      for (const element of elements) {
        this.#read(element, reading, () => {
          readElements([element], reading, origin);
        });
      }
    };
  }

  #read(element: XmlElement, reading: ConfigurationReading, read: () => void): void {
    const before = reading.condition;
    const readBefore = this.elements.length;
    this.elements.push(element);
    switch (element.name.toLowerCase()) {
      case "condition":
        read();
        this.#condition = element;
        break;
      case "if":
        this.decisions.push({ element, value: before, condition: this.#condition });
        this.#condition = undefined;
        read();
        break;
      case "springprofile": {
        const place = this.decisions.length;
        read();
        this.decisions.splice(place, 0, { element, value: element.children.length === 0 ? undefined : this.elements.length > readBefore + 1, condition: undefined });
        break;
      }
      default:
        read();
    }
    for (const [name, own] of reading.scope.own) {
      // What stands further in has recorded itself already.
      if (this.properties.get(name)?.value !== own.value) {
        this.properties.set(name, { ...own, element });
      }
    }
  }
}
