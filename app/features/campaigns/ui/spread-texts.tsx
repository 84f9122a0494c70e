import { useWords } from '#app/i18n/words-context.tsx';
import { Section } from '#app/ui/stack.tsx';
import { Field, useControlProps } from '#app/ui/field.tsx';

/** `isOpen`: people may still add their support, so that is what the words ask for. */
type Shared = { title: string; address: string; isOpen: boolean };

/** How to pass a campaign on by what people have on their phones. Plain links: nothing is loaded from elsewhere. */
export function ShareLinks({ title, address, isOpen }: Shared) {
  const { t } = useWords();
  return (
    <Section title={t('spread.share.title')} id="share">
      <SendLinks title={title} address={address} isOpen={isOpen} />
    </Section>
  );
}

function SendLinks({ title, address, isOpen }: Shared) {
  const { t } = useWords();
  const text = t(isOpen ? 'spread.text' : 'spread.text.see', { title });
  const words = encodeURIComponent(`${text} ${address}`);
  return (
    <ul className="link-list no-print">
      <li>
        <a href={`https://wa.me/?text=${words}`} rel="noopener noreferrer">
          {t('spread.room.whatsapp')}
        </a>
      </li>
      <li>
        <a
          href={`https://t.me/share/url?url=${encodeURIComponent(address)}&text=${encodeURIComponent(text)}`}
          rel="noopener noreferrer"
        >
          {t('spread.room.telegram')}
        </a>
      </li>
      <li>
        <a href={`mailto:?subject=${encodeURIComponent(title)}&body=${words}`}>{t('spread.room.email')}</a>
      </li>
    </ul>
  );
}

/** Words ready to be passed on, in the page's language, with the address in them; and the frame for another site. */
export function SpreadTexts({ title, address, isOpen, embed }: Shared & { embed: string }) {
  const { t } = useWords();
  const text = t(isOpen ? 'spread.text' : 'spread.text.see', { title });
  const frame = `<iframe src="${embed}" title="${title.replaceAll('"', '&quot;')}" width="340" height="300" loading="lazy" style="border:0"></iframe>`;
  return (
    <>
      <Section title={t('spread.room.texts')} id="texts">
        <p className="original">
          {text} {address}
        </p>
        <SendLinks title={title} address={address} isOpen={isOpen} />
      </Section>
      <Section title={t('spread.room.embed')} id="embed">
        <Field name="embed-code" label={t('spread.room.embed.code')} hint={t('spread.room.embed.text')}>
          <textarea
            className="input"
            readOnly
            rows={3}
            defaultValue={frame}
            {...useControlProps({ name: 'embed-code', hint: t('spread.room.embed.text') })}
          />
        </Field>
      </Section>
    </>
  );
}
