/** A property to be spread into an object, only where it has a value: `{ ...defined("serverName", name) }`. */
export function defined<Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}
