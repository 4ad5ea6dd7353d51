/** A value that is made when it is first asked for, and once. */
export type Lazy<T> = {
  (): T;
  /** The value if it was asked for already, else null. */
  known(): T | null;
};

export function lazily<T>(make: () => T): Lazy<T> {
  let made: { value: T } | null = null;
  const get = () => {
    made ??= { value: make() };
    return made.value;
  };
  return Object.assign(get, { known: () => made?.value ?? null });
}
