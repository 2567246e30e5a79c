import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  /** What has stopped, what needs a word, or what one may want to know. */
  readonly tone: 'bad' | 'warn' | 'plain';
  readonly icon: ReactNode;
  /** In bold, before what it means. */
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** What was said by a program, for those who can use it. */
  readonly cause?: { readonly label: string; readonly text: string } | null;
  readonly actions?: ReactNode;
  readonly dismiss?: { readonly label: string; readonly onDismiss: () => void };
  /** `alert` is read out at once. */
  readonly role?: 'alert';
  readonly label?: string;
}

/** One thing that needs attention: what it is, what it means, what can be done. */
export function Notice({ tone, icon, title, children, cause, actions, dismiss, role, label }: NoticeProps) {
  const Tag = label ? 'section' : 'div';
  return (
    <Tag className={classes.notice} data-tone={tone} role={role} aria-label={label}>
      <span className={classes.icon}>{icon}</span>
      <div className={classes.words}>
        {title && <b>{title}</b>} {children}
        {cause && (
          <details>
            <summary>{cause.label}</summary>
            {cause.text}
          </details>
        )}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
      {dismiss && <CloseButton size="sm" aria-label={dismiss.label} onClick={dismiss.onDismiss} />}
    </Tag>
  );
}
