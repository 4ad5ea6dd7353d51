/** Holds no test. The runner loads it after all test files and notes it as a test of its own, which therefore comes last. */
