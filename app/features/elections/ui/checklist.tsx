import { useWords } from '#app/i18n/words-context.tsx';
import type { Certainty } from '#app/kernel/dated-rules/dated-rules.ts';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Select } from '#app/ui/select.tsx';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';
import { LIMITS } from '../rules/kinds.ts';
import type { TaskKey, TaskState } from '../rules/checklist.ts';
import { LawSource } from './law-source.tsx';

type ChecklistLine = {
  key: TaskKey;
  by: string;
  article: string;
  sources: readonly string[];
  certainty: Certainty;
  state: TaskState;
  doneOn: string | null;
  doneBy: string | null;
  ownerId: string | null;
  owner: string | null;
  note: string;
};

const TONES: Record<TaskState, StateTone> = { done: 'verified', late: 'late', soon: 'waiting', open: 'open' };

/** The candidate's list: what, by when, on what ground, who does it, and whether it is done. */
export function Checklist({
  items,
  team,
  clientId,
  back,
  mayWrite,
}: {
  items: readonly ChecklistLine[];
  team: readonly { id: string; name: string }[];
  clientId: string;
  back: Returned;
  mayWrite: boolean;
}) {
  const { t, locale } = useWords();
  const day = (on: string) => formatDay(noonOf(on), locale);
  const open = items.filter(({ state }) => state !== 'done');
  const done = items.filter(({ state }) => state === 'done');
  const list = (shown: readonly ChecklistLine[], label: string) => (
    <ol className="grid gap-4" aria-label={label}>
      {shown.map((item) => (
        <li key={item.key}>
          <Card tone={item.state === 'late' ? 'late' : 'plain'}>
            <p>
              <StateBadge tone={TONES[item.state]}>{t(`elections.task-state.${item.state}`)}</StateBadge>
            </p>
            <h3 id={`step-${item.key}`}>
              {item.state !== 'done' && <span className="print-only">☐ </span>}
              {t(`elections.task.${item.key}`)}
            </h3>
            <p>
              {t('elections.task.by', { day: day(item.by) })}
              {item.owner && ` · ${t('elections.task.owner-is', { name: item.owner })}`}
              {item.doneOn && ` · ${t('elections.task.done-on', { day: day(item.doneOn), name: item.doneBy ?? '–' })}`}
            </p>
            {item.note && <p>{item.note}</p>}
            <LawSource {...item} />
            {mayWrite && (
              <StepForm
                item={item}
                team={team}
                clientId={clientId}
                back={back.value('key') === item.key ? back : null}
              />
            )}
          </Card>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      {list(open, t('elections.checklist'))}
      {done.length > 0 && (
        <details className="mt-5" open={done.some(({ key }) => back.value('key') === key)}>
          <summary>{t('elections.checklist.finished', { count: done.length })}</summary>
          <div className="mt-4">{list(done, t('elections.checklist.finished', { count: done.length }))}</div>
        </details>
      )}
    </>
  );
}

function StepForm({
  item,
  team,
  clientId,
  back,
}: {
  item: ChecklistLine;
  team: readonly { id: string; name: string }[];
  clientId: string;
  back: Returned | null;
}) {
  const { t } = useWords();
  const value = (name: string, otherwise: string | null) => back?.value(name) ?? otherwise ?? '';
  return (
    <details className="no-print" open={back !== null}>
      <summary>
        {t('elections.task.keep')}
        <span className="visually-hidden">: {t(`elections.task.${item.key}`)}</span>
      </summary>
      <Form clientId={back?.value('clientId') ?? clientId} scope={item.key} label={t(`elections.task.${item.key}`)}>
        <input type="hidden" name="intent" value="step" />
        <input type="hidden" name="key" value={item.key} />
        <FieldRow>
          <Select
            name="owner"
            label={t('elections.task.owner')}
            placeholder={t('elections.task.nobody')}
            options={team.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={value('owner', item.ownerId)}
            error={back?.errors.owner}
          />
          <TextInput
            name="doneOn"
            type="date"
            width="short"
            label={t('elections.task.done')}
            defaultValue={value('doneOn', item.doneOn)}
            error={back?.errors.doneOn}
            optional
          />
        </FieldRow>
        <TextInput
          name="note"
          label={t('elections.task.note')}
          maxLength={LIMITS.note}
          defaultValue={value('note', item.note)}
          error={back?.errors.note}
          optional
        />
        <Button size="small">{t('common.save')}</Button>
      </Form>
    </details>
  );
}
