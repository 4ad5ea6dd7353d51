/** Something that is made when it is first asked for, and then shared. */
export type Once<T> = {
  get(): Promise<T>;
  /** What was made, if anything was, once it is made. */
  made(): Promise<T | undefined>;
  /** The next one who asks gets a new one. */
  forget(): void;
};

/** What could not be made is tried again. */
export function once<T>(make: () => Promise<T>): Once<T> {
  let one: Promise<T> | undefined;
  const forget = () => {
    one = undefined;
  };
  return {
    get() {
      one ??= make().catch((error: unknown) => {
        forget();
        throw error;
      });
      return one;
    },
    made: async () => one?.catch(() => undefined),
    forget,
  };
}
