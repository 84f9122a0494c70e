import type { ReactNode } from 'react';
import type { LetterView } from '#app/features/authorities/queries.server.ts';
import { LetterAnswer } from './letter-answer.tsx';
import { ANSWER_TERM } from '#app/features/authorities/rules/appeals-law.ts';
import { isUnsent } from '#app/features/authorities/rules/letter.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Form } from '#app/ui/form.tsx';
import { Heading } from '#app/ui/heading.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

/** Beside a letter: where it goes or went, its report, and after sending the body's register number. */
export function LetterParticulars({
  letter,
  slug,
  mayWrite,
  now,
}: {
  letter: LetterView;
  slug: string;
  mayWrite: boolean;
  now: Date;
}) {
  const { t, to, locale } = useWords();
  const { body } = letter;
  return (
    <>
      {body && (
        <Card>
          <Heading level={3}>{t('authorities.letter.body')}</Heading>
          <p className="mb-2">{body.names[locale]}</p>
          <Facts
            items={[
              ...(letter.post
                ? [{ term: letter.post.names[locale], detail: letter.post.holder ?? t('authorities.post.nobody') }]
                : []),
              { term: t('authorities.letter.body.email'), detail: body.email ?? t('authorities.letter.body.no-email') },
              ...(body.postalAddress
                ? [
                    {
                      term: t('authorities.letter.body.postal'),
                      detail: <span className="whitespace-pre-line">{body.postalAddress}</span>,
                    },
                  ]
                : []),
              ...(body.hotline ? [{ term: t('authorities.letter.body.hotline'), detail: body.hotline }] : []),
              {
                term: t('authorities.letter.body.checked'),
                detail: body.checkedOn
                  ? formatDay(new Date(body.checkedOn), locale)
                  : t('authorities.letter.body.unchecked'),
              },
            ]}
          />
        </Card>
      )}
      {letter.state === 'sent' && <Sent letter={letter} mayWrite={mayWrite} />}
      {letter.state === 'sent' && mayWrite && (
        <p className="no-print">
          <a href={`${to(paths.orgIssue(slug, letter.issue.id))}#move`}>{t('authorities.letter.record-answer')}</a>
        </p>
      )}
      {letter.state === 'sent' && <LetterAnswer letter={letter} mayWrite={mayWrite} now={now} />}
      {letter.followsId && (
        <p>
          <a href={to(paths.orgLetter(slug, letter.followsId))}>{t('authorities.letter.follows')}</a>
        </p>
      )}
      {isUnsent(letter.state) && (
        <p className="meta">{t('authorities.letter.sources', { sources: ANSWER_TERM.sources.join(', ') })}</p>
      )}
      <p>
        <a href={to(paths.orgIssue(slug, letter.issue.id))}>{t('authorities.letter.issue')}</a>
      </p>
    </>
  );
}

/** Facts one under another: the column is narrow and addresses are long. */
function Facts({ items }: { items: readonly { term: string; detail: ReactNode }[] }) {
  return (
    <dl className="grid gap-2">
      {items.map(({ term, detail }) => (
        <div key={term}>
          <dt className="meta">{term}</dt>
          <dd className="m-0">{detail}</dd>
        </div>
      ))}
    </dl>
  );
}

function Sent({ letter, mayWrite }: { letter: LetterView; mayWrite: boolean }) {
  const { t, locale } = useWords();
  return (
    <Card>
      <Facts
        items={[
          ...(letter.sentAt
            ? [{ term: t('authorities.letter.sent-on'), detail: formatDay(letter.sentAt, locale) }]
            : []),
          ...(letter.sentVia
            ? [{ term: t('authorities.letter.sent-via'), detail: t(`authorities.channel.${letter.sentVia}`) }]
            : []),
          {
            term: t('authorities.letter.register'),
            detail: letter.registerNumber ?? t('authorities.letter.register.none'),
          },
        ]}
      />
      {mayWrite && (
        <div className="no-print mt-3">
          <Form label={t('authorities.letter.register')}>
            <TextInput
              name="registerNumber"
              label={t('authorities.letter.register')}
              hint={t('authorities.letter.register.hint')}
              defaultValue={letter.registerNumber ?? ''}
              maxLength={60}
              width="short"
            />
            <Button tone="secondary" size="small" name="intent" value="register">
              {t('common.save')}
            </Button>
          </Form>
        </div>
      )}
    </Card>
  );
}
