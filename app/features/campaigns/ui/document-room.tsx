import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { LIMITS } from '../forms.ts';
import type { DocumentView } from '../rules/views.ts';

const KINDS = ['document', 'evidence', 'picture'] as const;

/** The campaign's papers, evidence and picture. */
export function DocumentRoom({
  slug,
  id,
  documents,
  clientId,
  mayWrite,
  isDone,
  result,
}: {
  slug: string;
  id: string;
  documents: readonly DocumentView[];
  clientId: string;
  mayWrite: boolean;
  isDone: boolean;
  result: Parameters<typeof useReturned>[0];
}) {
  const { t, to, locale } = useWords();
  const [any, back] = [useReturned(result), useReturned(result, 'add')];
  return (
    <>
      {isDone && (
        <Notice tone="success" live>
          {t('common.saved')}
        </Notice>
      )}
      <ErrorSummary errors={any.errors} />
      <Section title={t('campaigns.room.documents')} id="documents">
        <DataTable<DocumentView>
          caption={t('campaigns.room.documents')}
          captionHidden
          rows={documents}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title={t('campaigns.document.empty.title')}>{t('campaigns.document.empty.text')}</EmptyState>
          }
          columns={[
            {
              key: 'kind',
              header: t('campaigns.document.kind'),
              phone: 'badge',
              cell: (row) => t(`campaigns.document.kind.${row.kind}`),
            },
            {
              key: 'title',
              header: t('campaigns.document.title'),
              phone: 'title',
              cell: (row) => (
                <a
                  href={row.fileName ? to(paths.orgCampaignDocument(slug, id, row.id)) : (row.url ?? '')}
                  rel={row.fileName ? undefined : 'noopener noreferrer nofollow'}
                >
                  {row.title}
                </a>
              ),
            },
            {
              key: 'public',
              header: t('campaigns.document.public'),
              cell: (row) => t(row.isPublic ? 'common.yes' : 'common.no'),
            },
            { key: 'at', header: t('campaigns.document.at'), nowrap: true, cell: (row) => formatDay(row.at, locale) },
            {
              key: 'remove',
              header: t('campaigns.document.remove'),
              phone: 'action',
              cell: (row) =>
                mayWrite && (
                  <Form clientId={clientId} inline>
                    <input type="hidden" name="document" value={row.id} />
                    <Button name="intent" value="remove" tone="quiet" size="small">
                      {t('campaigns.document.remove')}
                    </Button>
                  </Form>
                ),
            },
          ]}
        />
      </Section>
      {mayWrite && (
        <Section title={t('campaigns.document.add')} id="add">
          <Form clientId={back.value('clientId', clientId)} files label={t('campaigns.document.add')}>
            <RadioCards
              name="kind"
              label={t('campaigns.document.kind')}
              error={back.errors.kind}
              options={KINDS.map((kind) => ({
                value: kind,
                label: t(`campaigns.document.kind.${kind}`),
                hint: t(`campaigns.document.kind.${kind}.hint`),
              }))}
              defaultValue={back.value('kind', 'document')}
            />
            <TextInput
              name="title"
              label={t('campaigns.document.title')}
              error={back.errors.title}
              defaultValue={back.value('title')}
              maxLength={LIMITS.label}
            />
            <FileInput
              name="file"
              label={t('campaigns.document.file')}
              hint={t('campaigns.document.file.hint')}
              error={back.errors.file}
              accept="image/jpeg,image/png,image/webp,application/pdf"
              optional
            />
            <TextInput
              name="url"
              type="url"
              label={t('campaigns.document.url')}
              error={back.errors.url}
              defaultValue={back.value('url')}
              maxLength={LIMITS.url}
              optional
            />
            <CheckboxField
              name="isPublic"
              label={t('campaigns.document.is-public')}
              hint={t('campaigns.document.is-public.hint')}
              defaultChecked={back.ticked('isPublic')}
            />
            <Button name="intent" value="add">
              {t('campaigns.document.add')}
            </Button>
          </Form>
        </Section>
      )}
    </>
  );
}
