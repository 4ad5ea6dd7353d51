/** Preloaded into a server that root starts: from here on it is an ordinary user, who has no right where none is given. */
const NOBODY = 65_534;

if (process.getuid?.() === 0) {
  process.setgroups?.([]);
  process.setgid?.(NOBODY);
  process.setuid?.(NOBODY);
}
