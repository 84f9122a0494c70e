import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { CardLink, CardList } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { Section } from '#app/ui/stack.tsx';
import { PAPER_KINDS, type PaperKind } from '../rules/paper.ts';

export type ListedDocument = { id: string; title: string; template: PaperKind; madeOn: string };

/** The papers of a case, and the kinds that can be begun. */
export function DocumentList({
  caseId,
  documents,
  slug,
}: {
  caseId: string;
  documents: readonly ListedDocument[];
  slug: string;
}) {
  const { t, to, locale } = useWords();
  return (
    <>
      <Section title={t('legal-case.documents.title')} id="documents">
        {documents.length === 0 ? (
          <EmptyState title={t('legal-case.documents.none.title')}>{t('legal-case.documents.none.text')}</EmptyState>
        ) : (
          <CardList label={t('legal-case.documents.title')}>
            {documents.map(({ id, madeOn, template, title }) => (
              <CardLink
                key={id}
                href={to(paths.deskDocument(slug, caseId, id))}
                title={title}
                meta={`${t(`legal-case.documents.template.${template}`)} · ${formatDay(noonOf(madeOn), locale)}`}
              />
            ))}
          </CardList>
        )}
      </Section>
      <Section title={t('legal-case.documents.new')} id="new">
        <p>{t('legal-case.documents.new.text')}</p>
        <ButtonRow>
          {PAPER_KINDS.map((kind) => (
            <ButtonLink
              key={kind}
              tone="secondary"
              href={to(`${paths.deskCaseRoom(slug, caseId, 'documents')}?new=${kind}`)}
            >
              {t(`legal-case.documents.template.${kind}`)}
            </ButtonLink>
          ))}
        </ButtonRow>
        <p>
          <LinkMore href={to(paths.deskRedaction(slug, caseId))}>{t('legal-case.redaction.title')}</LinkMore>
        </p>
      </Section>
    </>
  );
}
