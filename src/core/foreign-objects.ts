/** Keys that one call looks through: a huge object that is met again and again would otherwise cost seconds. */
export const MAX_KEYS_SEEN = 1_000_000;

/** Where the built-in getters of all typed arrays are. */
export const TYPED_ARRAY_PROTOTYPE: object = Object.getPrototypeOf(Uint8Array.prototype) as object;

/** What a built-in getter says, whatever own property of that name the value may have. */
export function builtInNumber(prototype: object, key: string, value: object): number {
  return Number(Reflect.get(prototype, key, value));
}

/** What stands for a property that has a getter or setter, which is not called; `undefined` for one that has a value, or is not there. */
export function accessorText(property: PropertyDescriptor | undefined): string | undefined {
  if (property?.get === undefined && property?.set === undefined) {
    return undefined;
  }
  return property.get === undefined ? "[Setter]" : property.set === undefined ? "[Getter]" : "[Getter/Setter]";
}
