import { Button as AriaButton, type ButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components';
import styles from './Button.module.css';

type Look = 'plain' | 'primary' | 'quiet' | 'text';

/** The button of the workbench. `text` looks like a link and takes no space of its own. */
export function Button({ look = 'plain', className, ...props }: ButtonProps & { look?: Look; className?: string }) {
  return <AriaButton {...props} className={[styles.button, styles[look], className].filter(Boolean).join(' ')} />;
}

/** A button that shows an icon only; `label` is its name and its tooltip. */
export function IconButton({ label, className, ...props }: ButtonProps & { label: string; className?: string }) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton
        {...props}
        aria-label={label}
        className={[styles.button, styles.icon, className].filter(Boolean).join(' ')}
      />
      <Tooltip className={styles.tooltip ?? ''} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
