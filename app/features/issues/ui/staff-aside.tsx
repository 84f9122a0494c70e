import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, formatMoment } from '#app/kernel/dates.ts';
import { regionByCode } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Card, CardLink, CardList } from '#app/ui/card.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Form } from '#app/ui/form.tsx';
import { Island } from '#app/ui/island.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { Select } from '#app/ui/select.tsx';
import type { StaffIssue } from '../staff-views.ts';
import { placeText } from '#app/ui/place-text.ts';
import { StaffLetters } from './staff-letters.tsx';
import { StateLabel } from './state-label.tsx';

export type IssueRights = { moderate: boolean; follow: boolean; ask: boolean; contact: boolean; write: boolean };

/** What stands beside a decision: the exact place (only here), who works on it, what may be the same, letters and flags. */
export function StaffAside({
  issue,
  slug,
  clientId,
  may,
  contact,
}: {
  issue: StaffIssue;
  slug: string;
  clientId: string;
  may: IssueRights;
  contact?: string;
}) {
  return (
    <>
      <Facts issue={issue} clientId={clientId} may={may} contact={contact} />
      {issue.state !== 'withdrawn' && <Assignment issue={issue} clientId={clientId} mayAssign={may.follow} />}
      <Flags issue={issue} slug={slug} />
      <Near issue={issue} slug={slug} />
      <StaffLetters issue={issue} slug={slug} clientId={clientId} mayWrite={may.write} />
    </>
  );
}

function Facts({
  issue,
  clientId,
  may,
  contact,
}: {
  issue: StaffIssue;
  clientId: string;
  may: IssueRights;
  contact?: string;
}) {
  const { t, to, locale } = useWords();
  return (
    <Section title={t('issues.staff.facts.title')} id="facts">
      <Card>
        <Stack>
          <DefinitionList
            items={[
              {
                term: t('issues.staff.facts.exact'),
                detail: issue.exact ? <ExactPlace issue={issue} /> : t('issues.staff.facts.no-point'),
              },
              { term: t('issues.staff.column.received'), detail: formatMoment(issue.createdAt, locale) },
              {
                term: t('issues.staff.column.published'),
                detail: issue.publishedAt ? formatDay(issue.publishedAt, locale) : null,
              },
              {
                term: t('issues.staff.column.source'),
                detail:
                  issue.enteredBy && issue.source !== 'web'
                    ? t(`issues.staff.by.${issue.source}`, { name: issue.enteredBy })
                    : t(`issues.source.${issue.source}`),
              },
              {
                term: t('issues.staff.column.confirmations'),
                detail: issue.confirmations > 0 ? issue.confirmations : null,
              },
              {
                term: t('issues.staff.facts.page'),
                detail:
                  issue.ref !== null && issue.isPublic ? (
                    <a href={to(paths.issue(issue.ref))}>{t('issues.public.number', { number: String(issue.ref) })}</a>
                  ) : null,
              },
              {
                term: t('issues.staff.facts.contact'),
                detail: <Contact issue={issue} clientId={clientId} maySee={may.contact} contact={contact} />,
              },
            ]}
          />
        </Stack>
      </Card>
    </Section>
  );
}

function ExactPlace({ issue }: { issue: StaffIssue }) {
  const { t, locale } = useWords();
  const region = regionByCode(issue.region);
  return (
    <>
      <span className="num">
        {issue.exact?.lat.toFixed(5)}, {issue.exact?.lng.toFixed(5)}
      </span>
      <span className="meta block">
        {issue.isBlurred ? t('issues.staff.facts.exact.blurred') : t('issues.staff.facts.exact.note')}
      </span>
      {issue.exact && (
        <Island
          name="exact-place"
          className="mt-2"
          data={{
            locale,
            point: issue.exact,
            // Whose villages the map names.
            regions: region ? [[region.code, ...region.bbox]] : [],
            words: {
              open: t('issues.map.pick'),
              failed: t('issues.staff.facts.map.failed'),
              here: t('issues.staff.facts.exact'),
            },
          }}
        />
      )}
    </>
  );
}

/** Shown only when somebody asks for it; the asking stands in the trail. */
function Contact({
  issue,
  clientId,
  maySee,
  contact,
}: {
  issue: StaffIssue;
  clientId: string;
  maySee: boolean;
  contact?: string;
}) {
  const { t } = useWords();
  if (!issue.hasContact) return <>{t('issues.staff.facts.contact.none')}</>;
  if (contact) return <b>{contact}</b>;
  if (!maySee) return <>{t('issues.staff.facts.contact.kept')}</>;
  return (
    <Form clientId={clientId} inline>
      <Button tone="secondary" size="small" name="intent" value="contact">
        {t('issues.staff.facts.contact.show')}
      </Button>
      <span className="meta block">{t('issues.staff.facts.contact.note')}</span>
    </Form>
  );
}

function Assignment({ issue, clientId, mayAssign }: { issue: StaffIssue; clientId: string; mayAssign: boolean }) {
  const { t } = useWords();
  if (!mayAssign) return issue.assignee ? <p>{t('issues.staff.assignee.is', { name: issue.assignee })}</p> : null;
  return (
    <Form clientId={clientId} label={t('issues.staff.assignee.title')}>
      <Select
        name="assigneeId"
        label={t('issues.staff.assignee.title')}
        placeholder={t('issues.staff.assignee.none')}
        defaultValue={issue.assigneeId ?? ''}
        options={issue.colleagues.map(({ id, name, roles }) => ({
          value: id,
          label: `${name} (${roles.map((role) => t(`organisations.role.${role}`)).join(', ')})`,
        }))}
      />
      <Button tone="secondary" size="small" name="intent" value="assign">
        {t('issues.staff.assignee.action')}
      </Button>
    </Form>
  );
}

function Flags({ issue, slug }: { issue: StaffIssue; slug: string }) {
  const { t, to } = useWords();
  if (issue.flags.length === 0) return null;
  return (
    <Section title={t('issues.staff.flags.open')} id="flags">
      <CardList>
        {issue.flags.map((flag) => (
          <CardLink
            key={flag.id}
            href={to(`${paths.orgFlags(slug)}#${flag.id}`)}
            title={t(`issues.staff.flag.${flag.kind}`)}
            meta={flag.text.slice(0, 120)}
          />
        ))}
      </CardList>
    </Section>
  );
}

function Near({ issue, slug }: { issue: StaffIssue; slug: string }) {
  const { t, to, locale } = useWords();
  if (issue.near.length === 0) return null;
  return (
    <Section title={t('issues.staff.near.title')} id="near">
      <CardList>
        {issue.near.map((other) => (
          <CardLink
            key={other.id}
            href={to(paths.orgIssue(slug, other.id))}
            title={other.title}
            badge={<StateLabel state={other.state} />}
            meta={[
              placeText(other, locale),
              other.metres !== null && other.metres < 5000 && t('issues.staff.near.metres', { metres: other.metres }),
              formatDay(other.createdAt, locale),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </CardList>
      <p className="meta">{t('issues.staff.near.note')}</p>
    </Section>
  );
}
