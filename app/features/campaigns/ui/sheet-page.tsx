import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { REGIONS } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { Form } from '#app/ui/form.tsx';
import { Heading } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned, type Returned } from '#app/ui/use-returned.ts';
import { SIGNER_LIMITS } from '../rules/signer.ts';
import { INVALIDATION_REASONS, SHEET_ROWS, type SheetState } from '../rules/support.ts';
import type { EnteredRow } from '../sheets.server.ts';

type Props = {
  slug: string;
  id: string;
  sheet: { id: string; number: number; state: SheetState; unreadable: number };
  hasPhoto: boolean;
  region: string;
  rows: EnteredRow[];
  mayCheck: boolean;
  maySeePeople: boolean;
  entered: { counted: number; known: number } | null;
  clientIds: Record<'photo' | 'rows' | 'check' | 'void' | 'judge', string>;
  lastResult?: SubmissionResult<string[]> | null;
};

/** One sheet: its photograph, the rows in the paper's order for the keyboard, the second person's check. */
export function SheetPage(props: Props) {
  const { slug, id, sheet, hasPhoto, entered, mayCheck, clientIds, lastResult } = props;
  const { t, to } = useWords();
  const back = useReturned(lastResult);
  const isBefore = sheet.state === 'printed' || sheet.state === 'returned';
  const photo = to(paths.orgSheetPhoto(slug, id, sheet.id));
  return (
    <Stack gap="large">
      <Heading>{t('support.sheets.sheet', { number: sheet.number })}</Heading>
      <ErrorSummary errors={back.errors} />
      <p className="meta">{t(`support.sheets.state.${sheet.state}`)}</p>
      {entered && (
        <Notice tone="success" live>
          <p>{t('support.sheet.entered', { count: entered.counted })}</p>
          {entered.known > 0 && <p>{t('support.sheet.known', { count: entered.known })}</p>}
        </Notice>
      )}
      {hasPhoto && (
        <Section title={t('support.sheet.photo')} id="photo">
          <a href={photo}>
            <img
              src={photo}
              alt={t('support.sheet.photo.alt', { number: sheet.number })}
              className="max-h-[36rem] w-auto"
            />
          </a>
        </Section>
      )}
      {isBefore && (
        <Form clientId={clientIds.photo} files label={t('support.sheet.photo')}>
          <FileInput
            name="photo"
            label={t(hasPhoto ? 'support.sheet.photo.other' : 'support.sheet.photo.add')}
            hint={t('support.sheet.photo.hint')}
            error={back.errors.photo}
          />
          <Button name="intent" value="photo" tone={hasPhoto ? 'secondary' : 'primary'}>
            {t('support.sheet.photo.send')}
          </Button>
        </Form>
      )}
      {sheet.state === 'returned' && <Entry {...props} back={back} />}
      {props.rows.length > 0 && <Rows {...props} />}
      {mayCheck && (
        <Section title={t('support.sheet.check')} id="check">
          <p>{t('support.sheet.check.text')}</p>
          <Form clientId={clientIds.check} inline>
            <Button tone="verify" name="intent" value="check">
              {t('support.sheet.check.send')}
            </Button>
          </Form>
        </Section>
      )}
      {isBefore && (
        <Form clientId={clientIds.void} inline>
          <Button tone="quiet" name="intent" value="void">
            {t('support.sheet.void')}
          </Button>
        </Form>
      )}
    </Stack>
  );
}

function Entry({ region, clientIds, back }: Props & { back: Returned }) {
  const { t, locale } = useWords();
  const field = (row: number, name: string) => `rows[${row}].${name}`;
  return (
    <Section title={t('support.sheet.rows')} id="rows">
      <p>{t('support.sheet.rows.text')}</p>
      <Form clientId={back.value('clientId', clientIds.rows)} label={t('support.sheet.rows')}>
        <Select
          name="region"
          label={t('support.sign.region')}
          error={back.errors.region}
          options={REGIONS.map(({ code, short }) => ({ value: code, label: short[locale] }))}
          defaultValue={back.value('region', region)}
          required
        />
        <table className="table-entry">
          <caption className="visually-hidden">{t('support.sheet.rows')}</caption>
          <thead>
            <tr>
              <th scope="col">№</th>
              <th scope="col">{t('support.sheet.row.name')}</th>
              <th scope="col">{t('support.sheet.row.address')}</th>
              <th scope="col">{t('support.point.birth-year')}</th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: SHEET_ROWS }, (_, row) => (
              <tr key={row}>
                <th scope="row">{row + 1}</th>
                {(['name', 'village', 'birthYear'] as const).map((name) => (
                  <td key={name}>
                    <input
                      id={`f-${field(row, name)}`}
                      name={field(row, name)}
                      className={name === 'birthYear' ? 'input input-short' : 'input'}
                      aria-label={`${row + 1}: ${t(name === 'name' ? 'support.sheet.row.name' : name === 'village' ? 'support.sheet.row.address' : 'support.point.birth-year')}`}
                      aria-invalid={back.errors[field(row, name)] ? true : undefined}
                      defaultValue={back.value(field(row, name))}
                      maxLength={name === 'birthYear' ? 4 : SIGNER_LIMITS.name}
                      inputMode={name === 'birthYear' ? 'numeric' : undefined}
                      autoComplete="off"
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <TextInput
          name="unreadable"
          label={t('support.sheet.unreadable')}
          type="number"
          min={0}
          max={SHEET_ROWS}
          defaultValue={back.value('unreadable', '0')}
          error={back.errors.unreadable}
          width="short"
          inputMode="numeric"
        />
        <Button name="intent" value="rows">
          {t('support.sheet.rows.send')}
        </Button>
      </Form>
    </Section>
  );
}

function Rows({ rows, clientIds }: Props) {
  const { t } = useWords();
  return (
    <Section title={t('support.sheet.typed')} id="typed">
      <ol className="plain-list">
        {rows.map((row) => (
          <li key={row.id}>
            <p>
              <b>
                {row.row}. {row.name}
              </b>{' '}
              <span className="meta">
                {[
                  row.village,
                  row.birthYear,
                  t(`support.state.${row.state}`),
                  row.reason && t(`support.reason.${row.reason}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </p>
            {row.twins.length > 0 && (
              <Notice tone="warning" title={t('support.sheet.twins')}>
                {row.twins.map((twin) => (
                  <p key={twin.id}>
                    {[twin.name, twin.village, twin.birthYear, t(`support.channel.${twin.channel}`)]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                ))}
              </Notice>
            )}
            <JudgeForm signature={row.id} state={row.state} clientId={clientIds.judge} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Takes one signature out of the count with a reason, or puts it back. */
export function JudgeForm({
  signature,
  state,
  clientId,
}: {
  signature: string;
  state: EnteredRow['state'];
  clientId: string;
}) {
  const { t } = useWords();
  if (state === 'withdrawn') return null;
  if (state === 'invalidated')
    return (
      <Form clientId={clientId} inline>
        <input type="hidden" name="signature" value={signature} />
        <Button tone="quiet" size="small" name="intent" value="restore">
          {t('support.judge.restore')}
        </Button>
      </Form>
    );
  return (
    <details className="fold">
      <summary>{t('support.judge.open')}</summary>
      <Form clientId={clientId} label={t('support.judge.open')}>
        <input type="hidden" name="signature" value={signature} />
        <label>
          <span className="visually-hidden">{t('support.judge.reason')}</span>
          <select className="input input-medium" name="reason" defaultValue="duplicate">
            {INVALIDATION_REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {t(`support.reason.${reason}`)}
              </option>
            ))}
          </select>
        </label>
        <ButtonRow>
          <Button tone="danger" size="small" name="intent" value="invalidate">
            {t('support.judge.invalidate')}
          </Button>
        </ButtonRow>
      </Form>
    </details>
  );
}
