import type { Deadline } from '#app/features/authorities/deadlines.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { CardLink, CardList } from '#app/ui/card.tsx';
import { DueBadge } from '#app/ui/due-badge.tsx';
import { Form } from '#app/ui/form.tsx';

/** What is awaited of whom, since when, and the reminders that are drafted already. */
export function DeadlineList({
  rows,
  slug,
  now,
  clientId,
}: {
  rows: readonly Deadline[];
  slug: string;
  now: Date;
  /** Null for those who only read. */
  clientId: string | null;
}) {
  const { t, to, locale } = useWords();
  const href = (row: Deadline) =>
    row.kind === 'letter' ? paths.orgLetter(slug, row.id) : paths.orgCampaignRoom(slug, row.subjectId, 'delivery');
  return (
    <CardList>
      {rows.map((row) => (
        <CardLink
          key={row.id}
          level={3}
          href={to(href(row))}
          title={<span lang="az">{row.title}</span>}
          badge={
            <DueBadge
              due={row.due.due}
              now={now}
              isSample={row.due.calendar === 'sample'}
              missingYear={row.due.missingYear}
            />
          }
          meta={[
            t(`deadlines.kind.${row.kind}`),
            row.addressee ?? row.body?.[locale] ?? '',
            t('deadlines.sent', { day: formatDay(noonOf(row.sentOn), locale) }),
            row.registerNumber ? t('deadlines.register', { number: row.registerNumber }) : '',
            row.withStudy ? t('deadlines.study') : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        >
          {row.followUps.length > 0 && (
            <ul className="m-0 grid list-none gap-1 p-0">
              {row.followUps.map(({ id, purpose, state }) => (
                <li key={id}>
                  <a
                    className="relative z-10"
                    href={to(
                      row.kind === 'letter'
                        ? paths.orgLetter(slug, id)
                        : paths.orgCampaignRoom(slug, row.subjectId, 'delivery'),
                    )}
                  >
                    {t(`authorities.purpose.${purpose}`)}: {t(`authorities.state.${state}`)}
                  </a>
                </li>
              ))}
            </ul>
          )}
          {row.kind === 'delivery' && clientId && (
            <div className="relative z-10 mt-1">
              <Form clientId={clientId} inline label={row.title}>
                <input type="hidden" name="deliveryId" value={row.id} />
                <Button tone="quiet" size="small" name="intent" value={row.withStudy ? 'no-study' : 'study'}>
                  {t(row.withStudy ? 'deadlines.no-study' : 'deadlines.set-study')}
                </Button>
              </Form>
            </div>
          )}
        </CardLink>
      ))}
    </CardList>
  );
}
