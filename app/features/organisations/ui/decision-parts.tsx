import { useWords } from '#app/i18n/words-context.tsx';
import { LOCALES, type Locale } from '#app/kernel/locale.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Form } from '#app/ui/form.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextArea } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';

function LetterLanguage({ back, letterLocale }: { back: Returned; letterLocale: Locale }) {
  const { t } = useWords();
  return (
    <Select
      name="locale"
      label={t('platform.admin.letter-locale')}
      placeholder={null}
      error={back.errors.locale}
      defaultValue={back.value('locale', letterLocale)}
      options={LOCALES.map((one) => ({ value: one, label: t(`organisations.language.${one}`) }))}
    />
  );
}

export function ApproveForm({
  back,
  clientId,
  networks,
  letterLocale,
  parentId,
}: {
  back: Returned;
  clientId: string;
  networks: ReadonlyArray<{ id: string; name: string }>;
  letterLocale: Locale;
  parentId: string | null;
}) {
  const { t } = useWords();
  return (
    <Card>
      <Section title={t('platform.admin.approve')} id="approve">
        <p className="text-muted">{t('platform.admin.approve.text')}</p>
        <Form clientId={back.value('clientId', clientId)} label={t('platform.admin.approve')}>
          <input type="hidden" name="intent" value="approve" />
          <Select
            name="parentId"
            label={t('organisations.page.network')}
            placeholder={t('platform.admin.parent.none')}
            error={back.errors.parentId}
            defaultValue={back.value('parentId', parentId)}
            options={networks.map((network) => ({ value: network.id, label: network.name }))}
          />
          <LetterLanguage back={back} letterLocale={letterLocale} />
          <Button icon="check">{t('platform.admin.approve.do')}</Button>
        </Form>
      </Section>
    </Card>
  );
}

export function RefuseForm({
  back,
  clientId,
  letterLocale,
}: {
  back: Returned;
  clientId: string;
  letterLocale: Locale;
}) {
  const { t } = useWords();
  return (
    <Section title={t('platform.admin.refuse')} id="refuse">
      <Form clientId={back.value('clientId', clientId)} label={t('platform.admin.refuse')}>
        <input type="hidden" name="intent" value="refuse" />
        <TextArea
          name="note"
          rows={4}
          maxLength={1000}
          label={t('platform.admin.refuse.note')}
          hint={t('platform.admin.refuse.note.hint')}
          error={back.errors.note}
          defaultValue={back.value('note')}
        />
        <input type="hidden" name="locale" value={letterLocale} />
        <Button tone="secondary">{t('platform.admin.refuse.do')}</Button>
      </Form>
    </Section>
  );
}

export function SuspendForm({ back, clientId }: { back: Returned; clientId: string }) {
  const { t } = useWords();
  return (
    <Section title={t('platform.admin.suspend')} id="suspend">
      <p>{t('platform.admin.suspend.text')}</p>
      <Form clientId={back.value('clientId', clientId)} label={t('platform.admin.suspend')}>
        <input type="hidden" name="intent" value="suspend" />
        <TextArea
          name="note"
          rows={4}
          maxLength={1000}
          label={t('platform.admin.suspend.note')}
          error={back.errors.note}
          defaultValue={back.value('note')}
        />
        <Button tone="danger">{t('platform.admin.suspend.do')}</Button>
      </Form>
    </Section>
  );
}

export function ReopenForm({ clientId }: { clientId: string }) {
  const { t } = useWords();
  return (
    <Section title={t('platform.admin.reopen')} id="reopen">
      <p>{t('platform.admin.reopen.text')}</p>
      <Form clientId={clientId} label={t('platform.admin.reopen')}>
        <input type="hidden" name="intent" value="reopen" />
        <Button>{t('platform.admin.reopen.do')}</Button>
      </Form>
    </Section>
  );
}
