const END_OF_HEAD = '\r\n\r\n';

/** Calls `onAnswer` with the status of each answer in a stream of HTTP/1.1 answers that say their length. */
export function answerReader(onAnswer: (status: number) => void): (chunk: Buffer) => void {
  let rest = '';
  return (chunk) => {
    rest += chunk.toString('latin1');
    for (let from = 0; ; ) {
      const end = rest.indexOf(END_OF_HEAD, from);
      const head = end === -1 ? '' : rest.slice(from, end);
      const next = end + END_OF_HEAD.length + Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
      if (end === -1 || next > rest.length) {
        rest = rest.slice(from);
        return;
      }
      onAnswer(Number(head.slice(9, 12)));
      from = next;
    }
  };
}
