import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { Form } from '#app/ui/form.tsx';
import { Island } from '#app/ui/island.tsx';
import { Section } from '#app/ui/stack.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import type { StepView } from '../draft-view.server.ts';
import { CASE_FILE_ACCEPT } from '../rules/file-kinds.ts';
import { MAX_REQUEST_FILES } from '../rules/intake.ts';
import type { StepProps } from './step-props.ts';
import { SealingNote } from './request-words.tsx';

/** Size as people read it. */
export const kilobytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024))} KB`;

/** What a file is called in a list: its name, or that only the browser knew it. */
export function useFileLabel(): (file: Pick<StepView['files'][number], 'name' | 'isVoice'>) => string {
  const { t } = useWords();
  return ({ isVoice, name }) => name ?? t(isVoice ? 'legal-intake.files.voice' : 'legal-intake.files.sealed');
}

/** Papers, photographs and a voice note, one form to add and a button to go on. */
export function RequestFiles({ typed, view }: StepProps) {
  const { t } = useWords();
  const label = useFileLabel();
  const { files } = view;
  return (
    <>
      {files.length > 0 && (
        <Section title={t('legal-intake.files.kept')} id="kept">
          <ul className="grid gap-3">
            {files.map((file) => (
              <li key={file.recordId} className="flex flex-wrap items-center gap-3">
                <span>
                  {label(file)} <span className="meta">{kilobytes(file.storedBytes)}</span>
                </span>
                <Form clientId={view.clientId} scope={file.recordId} files inline>
                  <input type="hidden" name="intent" value="remove" />
                  <input type="hidden" name="file" value={file.recordId} />
                  <Button tone="quiet" size="small">
                    {t('legal-intake.files.remove')}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Form clientId={typed.value('clientId') ?? view.clientId} files>
        {files.length < MAX_REQUEST_FILES && (
          <>
            <FileInput
              name="files"
              label={t('legal-intake.files.label')}
              hint={t('legal-intake.files.hint', { max: MAX_REQUEST_FILES })}
              accept={CASE_FILE_ACCEPT}
              multiple
              optional
              error={typed.errors.files}
            />
            <Island
              name="voice-note"
              data={{
                words: {
                  start: t('legal-intake.voice.start'),
                  stop: t('legal-intake.voice.stop'),
                  done: t('legal-intake.voice.done'),
                  refused: t('legal-intake.voice.refused'),
                },
              }}
            >
              <p className="meta">{t('legal-intake.voice.upload')}</p>
            </Island>
            <SealingNote plan={view.plan} fields={['files']} />
            <Button tone="secondary" name="intent" value="add">
              {t('legal-intake.files.add')}
            </Button>
          </>
        )}
        <SubmitBar>
          <Button name="intent" value="go-on">
            {t('legal-intake.continue')}
          </Button>
        </SubmitBar>
      </Form>
    </>
  );
}
