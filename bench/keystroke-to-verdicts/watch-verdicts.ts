/**
 * In the page: `benchWaitFor(text)` resolves with the ms from the last key that went down to the frame after `text`, such
 * as "9 of 10 hold", was painted as what all checks came to. While checks run the summary says "checking" beside it, so
 * a number that is only passing through does not count. A promise, because the page's policy lets nobody evaluate code.
 */
export const WATCH_VERDICTS = `(() => {
  let key = 0;
  let waiting = null;
  window.benchWaitFor = (text) => {
    const { promise, resolve, reject } = Promise.withResolvers();
    setTimeout(() => reject(new Error('never painted: ' + text)), 20_000);
    waiting = { text, resolve };
    window.benchPainted = promise;
  };
  addEventListener('keydown', (event) => { key = event.timeStamp; }, { capture: true });
  const look = () => {
    if (!waiting) return;
    const { text, resolve } = waiting;
    const words = [...document.querySelectorAll('[role=status]')].find((one) => one.textContent.trim() === text);
    if (!words || words.parentElement.textContent.includes('checking')) return;
    waiting = null;
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - key)));
  };
  const start = () => new MutationObserver(look).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true,
  });
  if (document.documentElement) start();
  else addEventListener('DOMContentLoaded', start);
})()`;
