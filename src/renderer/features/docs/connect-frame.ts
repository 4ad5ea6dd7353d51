import type { ReceivedResponse, SentRequest } from '../../../contract/evidence.ts';
import { FromDocsFrame, type ToDocsFrame } from '../../docs-frame/messages.ts';

export type DocsFrameLink = { post(message: ToDocsFrame): void; close(): void };

type Handlers = {
  onReady(): void;
  send(request: SentRequest): Promise<ReceivedResponse | null>;
};

/** Talks with the frame: only messages of this very frame count, and only those of the protocol. */
export function connectFrame(frame: HTMLIFrameElement, { onReady, send }: Handlers): DocsFrameLink {
  const post = (message: ToDocsFrame) => {
    // Its origin is opaque, so it cannot be named here; the documents are not secret.
    frame.contentWindow?.postMessage(message, '*');
  };
  const listen = (event: MessageEvent) => {
    if (event.source !== frame.contentWindow) return;
    const message = FromDocsFrame.safeParse(event.data);
    if (!message.success) return;
    switch (message.data.type) {
      case 'ready':
        return onReady();
      case 'request': {
        const { id, request } = message.data;
        void send(request).then((response) => post({ type: 'response', id, response }));
        return;
      }
      case 'open':
        window.open(message.data.url, '_blank', 'noopener,noreferrer');
        return;
      case 'shown':
        return;
    }
  };
  window.addEventListener('message', listen);
  return { post, close: () => window.removeEventListener('message', listen) };
}
