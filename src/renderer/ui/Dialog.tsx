import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './Dialog.module.css';

type Props = {
  title: string;
  shown: boolean;
  onShownChange: (shown: boolean) => void;
  /** `alertdialog` for a question that needs an answer. */
  role?: 'dialog' | 'alertdialog';
  size?: 'small' | 'medium' | 'large' | 'full';
  children: ReactNode;
};

/** A window over the workbench; Escape closes it. */
export function Dialog({ title, shown, onShownChange, role = 'dialog', size = 'small', children }: Props) {
  return (
    <ModalOverlay
      className={styles.veil ?? ''}
      isOpen={shown}
      onOpenChange={onShownChange}
      isDismissable={role === 'dialog'}
    >
      <Modal className={[styles.modal, styles[size]].join(' ')}>
        <AriaDialog role={role} className={styles.dialog ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The row of buttons at the end of a dialog. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}
