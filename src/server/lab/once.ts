/** Something that is made when it is first asked for, and then shared. */
export type Once<T> = {
  get(): Promise<T>;
  /** What was made, if anything was, once it is made. */
  made(): Promise<T | undefined>;
};

/** What could not be made is tried again, and what has `ended` is made anew for the next one who asks. */
export function once<T>(make: () => Promise<T>, ended?: (made: T) => Promise<unknown>): Once<T> {
  let one: Promise<T> | undefined;
  return {
    get() {
      if (one) return one;
      const making = make();
      // What comes late must not drop a successor.
      const forget = () => {
        if (one === making) one = undefined;
      };
      making.then((made) => ended?.(made).then(forget), forget);
      one = making;
      return making;
    },
    made: async () => one?.catch(() => undefined),
  };
}
