import { useWords } from '#app/i18n/words-context.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import type { JoinRole } from '../join-form.server.ts';

/** What to hand on so that people come: the address, words for messengers, a code for a site, a QR code for a wall. */
export function JoinSpread({
  name,
  roles,
  link,
  embed,
  qr,
}: {
  name: string;
  roles: JoinRole[];
  link: string;
  embed: string;
  qr: string;
}) {
  const { t } = useWords();
  const kept = roles.filter(({ reservedFor }) => reservedFor !== 'nobody');
  const words = [
    t('tasks.joining.spread.words', { name, link }),
    ...kept.map(({ id, title, reservedFor }) =>
      t('tasks.joining.spread.role', {
        name,
        role: title,
        group: t(`tasks.joining.group.${reservedFor === 'women' ? 'women' : 'young'}`),
        link: `${link}?role=${id}`,
      }),
    ),
  ];
  return (
    <Section title={t('tasks.joining.spread')} id="spread">
      <TextInput name="link" label={t('tasks.joining.spread.link')} defaultValue={link} readOnly />
      {words.map((text, at) => (
        <TextArea
          key={at}
          name={`text-${at}`}
          label={t('tasks.joining.spread.text')}
          defaultValue={text}
          rows={3}
          readOnly
        />
      ))}
      <TextArea
        name="embed"
        label={t('tasks.joining.spread.embed')}
        defaultValue={`<iframe src="${embed}" title="${name.replaceAll('"', '&quot;')}" width="100%" height="420" loading="lazy"></iframe>`}
        rows={3}
        readOnly
      />
      <figure>
        <img src={qr} alt="" width={180} height={180} />
        <figcaption className="meta">{t('tasks.joining.spread.qr')}</figcaption>
      </figure>
    </Section>
  );
}
