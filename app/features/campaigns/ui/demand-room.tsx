import type { BodyChoice } from '#app/features/authorities/public.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Heading } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned, type Returned } from '#app/ui/use-returned.ts';
import { LIMITS } from '../forms.ts';
import { addresseeValue } from '../rules/addressee.ts';
import { nextDemandStates } from '../rules/lifecycle.ts';
import type { DemandView } from '../rules/views.ts';
import { AddresseeSelect } from './addressee-select.tsx';
import { DemandList } from './demand-list.tsx';

type Shared = { clientId: string; choices: readonly BodyChoice[] };

/** What happened to a demand, with the sentence that everybody will read. */
function MoveForm({ demand, clientId, back }: { demand: DemandView; clientId: string; back: Returned }) {
  const { t } = useWords();
  return (
    <Form clientId={clientId} label={t('campaigns.demand.move')} scope={`move-${demand.id}`}>
      <input type="hidden" name="demand" value={demand.id} />
      <FieldRow>
        <Select
          name="to"
          label={t('campaigns.demand.to-state')}
          error={back.errors.to}
          options={nextDemandStates(demand.state).map((state) => ({
            value: state,
            label: t(`campaigns.demand.state.${state}`),
          }))}
          defaultValue={back.value('to')}
        />
        <TextInput
          name="dueOn"
          type="date"
          label={t('campaigns.demand.due-on')}
          error={back.errors.dueOn}
          defaultValue={back.value('dueOn', demand.dueOn)}
          optional
        />
      </FieldRow>
      <TextArea
        name="note"
        label={t('campaigns.demand.note')}
        hint={t('campaigns.demand.note.hint')}
        error={back.errors.note}
        defaultValue={back.value('note')}
        rows={2}
        maxLength={LIMITS.note}
      />
      <TextInput
        name="evidenceUrl"
        type="url"
        label={t('campaigns.demand.evidence-url')}
        error={back.errors.evidenceUrl}
        defaultValue={back.value('evidenceUrl')}
        optional
      />
      <Button name="intent" value="move" tone="secondary">
        {t('campaigns.demand.move.save')}
      </Button>
    </Form>
  );
}

function DemandFields({
  demand,
  choices,
  back,
  isSigned,
}: {
  demand?: DemandView;
  choices: readonly BodyChoice[];
  back: Returned;
  isSigned: boolean;
}) {
  const { t } = useWords();
  const addressee = demand ? addresseeValue({ postId: demand.postId, bodyId: demand.addressee.bodyId }) : '';
  return (
    <>
      <TextArea
        name="text"
        label={t('campaigns.form.demand')}
        hint={t(demand && isSigned ? 'campaigns.demand.signed' : 'campaigns.form.demand.hint')}
        error={back.errors.text}
        defaultValue={back.value('text', demand?.text)}
        rows={2}
        maxLength={LIMITS.demand}
        readOnly={demand !== undefined && isSigned}
      />
      <FieldRow>
        <AddresseeSelect
          name="addressee"
          label={t('campaigns.form.addressee')}
          choices={choices}
          error={back.errors.addressee}
          optional
          defaultValue={back.value('addressee', addressee)}
        />
        <TextInput
          name="dueOn"
          type="date"
          label={t('campaigns.demand.due-on')}
          error={back.errors.dueOn}
          defaultValue={back.value('dueOn', demand?.dueOn)}
          optional
        />
      </FieldRow>
    </>
  );
}

/** One demand's doors: what happened to it, changing it, taking it away (not under a signed campaign). */
function DemandActions({
  demand,
  shared,
  result,
  isSigned,
}: {
  demand: DemandView;
  shared: Shared;
  result: Parameters<typeof useReturned>[0];
  isSigned: boolean;
}) {
  const { t } = useWords();
  const its = result?.initialValue?.demand === demand.id ? result : undefined;
  const moved = useReturned(its, 'move');
  const edited = useReturned(its, 'edit');
  return (
    <>
      <details className="fold" open={Object.keys(moved.errors).length > 0}>
        <summary>{t('campaigns.demand.move')}</summary>
        <MoveForm demand={demand} clientId={shared.clientId} back={moved} />
      </details>
      <details className="fold" open={Object.keys(edited.errors).length > 0}>
        <summary>{t('campaigns.demand.edit')}</summary>
        <Form clientId={shared.clientId} label={t('campaigns.demand.edit')} scope={`edit-${demand.id}`}>
          <input type="hidden" name="demand" value={demand.id} />
          <DemandFields demand={demand} choices={shared.choices} back={edited} isSigned={isSigned} />
          <Button name="intent" value="edit" tone="secondary">
            {t('common.save')}
          </Button>
        </Form>
        {!isSigned && (
          <Form clientId={shared.clientId} inline>
            <input type="hidden" name="demand" value={demand.id} />
            <Button name="intent" value="remove" tone="quiet">
              {t('campaigns.demand.remove')}
            </Button>
          </Form>
        )}
      </details>
    </>
  );
}

/** The demands' room: each with its addressee and state; below, one more. */
export function DemandRoom({
  demands,
  choices,
  clientId,
  isSigned,
  mayWrite,
  isDone,
  result,
}: Shared & {
  demands: readonly DemandView[];
  isSigned: boolean;
  mayWrite: boolean;
  isDone: boolean;
  result: Parameters<typeof useReturned>[0];
}) {
  const { t } = useWords();
  const added = useReturned(result, 'add');
  const any = useReturned(result);
  return (
    <>
      {isDone && (
        <Notice tone="success" live>
          {t('common.saved')}
        </Notice>
      )}
      <ErrorSummary errors={any.errors} />
      <Heading>{t('campaigns.room.demands')}</Heading>
      {demands.length === 0 ? (
        <EmptyState title={t('campaigns.demand.empty.title')} example={t('campaigns.form.demand.hint')}>
          {t('campaigns.demand.empty.text')}
        </EmptyState>
      ) : (
        <DemandList
          demands={demands}
          actions={
            mayWrite
              ? (demand) => (
                  <DemandActions demand={demand} shared={{ clientId, choices }} result={result} isSigned={isSigned} />
                )
              : undefined
          }
        />
      )}
      {mayWrite && (
        <Section title={t('campaigns.demand.add')} id="add">
          <Form clientId={added.value('clientId', clientId)} label={t('campaigns.demand.add')}>
            <DemandFields choices={choices} back={added} isSigned={isSigned} />
            <Button name="intent" value="add">
              {t('campaigns.demand.add')}
            </Button>
          </Form>
        </Section>
      )}
    </>
  );
}
