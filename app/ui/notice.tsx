import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** Why the person is told something. `danger` names something to do now. */
export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

const icons: Record<NoticeTone, IconName> = { info: 'info', success: 'check', warning: 'alert', danger: 'alert' };

/**
 * A message beside the work, never over it. `live` is for what has just happened after a form was sent: it is then announced
 * (danger as an alert, the rest as a status). A standing remark stays silent.
 */
export function Notice({
  tone = 'info',
  title,
  live,
  actions,
  children,
}: {
  tone?: NoticeTone;
  title?: ReactNode;
  live?: boolean;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={`notice notice-${tone}`} role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}>
      <Icon name={icons[tone]} size={22} />
      <div className="notice-text">
        {title && <p className="notice-title">{title}</p>}
        {children}
        {actions && <div className="notice-actions">{actions}</div>}
      </div>
    </div>
  );
}
