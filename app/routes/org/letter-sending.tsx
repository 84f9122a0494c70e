import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { useForm } from '@conform-to/react';
import { sendLetter } from '#app/features/authorities/commands/send-letter.server.ts';
import { sendForm } from '#app/features/authorities/forms.ts';
import { getLetter } from '#app/features/authorities/queries.server.ts';
import { DELIVERY_CHANNELS } from '#app/features/authorities/rules/letter.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { isDemo } from '#app/platform/env.server.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldGroup, FieldRow, Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

export const meta = titled('authorities.send.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'letter.write');
  const letter = isId(args.params.letter) ? await getLetter(scope, args.params.letter, ctx.now) : null;
  if (!letter) throw notFound();
  // Not ready, or gone already: the letter's own page says why.
  if (letter.state !== 'ready') throw redirect(ctx.to(paths.orgLetter(membership.slug, letter.id)), 303);
  const { body, id, sheet } = letter;
  return {
    id,
    reference: sheet.reference,
    to: sheet.to[0] ?? '',
    subject: sheet.subject,
    email: body?.email ?? null,
    isDemo: isDemo(),
    clientId: newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'letter.write');
  const letterId = args.params.letter;
  if (!isId(letterId)) throw notFound();
  const posted = await readForm(args.request, sendForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { channel, clientId, registerNumber, sentOn } = posted.value;
  const sent = await sendLetter(
    { actor, scope, now: ctx.now },
    { letterId, clientId, channel, registerNumber, sentOn: sentOn?.start ?? null },
  );
  if (sent.ok)
    return seeOther(ctx, paths.orgLetter(membership.slug, letterId), {
      done: channel === 'email' ? 'sent' : 'recorded',
    });
  const { code, field } = sent.refusal;
  if (code === 'authorities.error.letter-unknown') throw notFound();
  // Somebody sent it or took a condition away meanwhile: its own page shows how it stands.
  if (code === 'authorities.error.already-sent' || code === 'authorities.error.not-ready')
    return seeOther(ctx, paths.orgLetter(membership.slug, letterId));
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

type Fields = { clientId: string; channel: string; sentOn: string; registerNumber: string };

export default function LetterSending() {
  const letter = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<Fields>({ lastResult });
  const { org = '' } = useParams();
  const { say, t, to } = useWords();
  const errors = {
    '': say(form.errors ?? fields.clientId.errors),
    channel: say(fields.channel.errors),
    sentOn: say(fields.sentOn.errors),
    registerNumber: say(fields.registerNumber.errors),
  };
  const channels = DELIVERY_CHANNELS.filter((channel) => channel !== 'email' || letter.email !== null);
  return (
    <Stack>
      <ErrorSummary errors={errors} />
      <Breadcrumb
        items={[
          { label: t('authorities.letters.title'), href: to(paths.orgLetters(org)) },
          { label: letter.reference, href: to(paths.orgLetter(org, letter.id)) },
          { label: t('authorities.send.title') },
        ]}
      />
      <PageTitle
        meta={t('authorities.letter.meta', { number: letter.reference.replace('№ ', ''), body: letter.to })}
        lead={t('authorities.send.lead')}
      >
        {t('authorities.send.title')}
      </PageTitle>
      {letter.email === null && <Notice>{t('authorities.send.no-email')}</Notice>}
      {letter.isDemo && letter.email !== null && <Notice>{t('authorities.letter.demo-mail')}</Notice>}
      <Form clientId={fields.clientId.initialValue ?? letter.clientId}>
        <RadioCards
          name="channel"
          label={t('authorities.send.channel')}
          options={channels.map((channel) => ({
            value: channel,
            label: t(`authorities.channel.${channel}`),
            hint:
              channel === 'email'
                ? t('authorities.send.channel.email.hint', { email: letter.email ?? '' })
                : t(`authorities.send.channel.${channel}.hint`),
          }))}
          defaultValue={fields.channel.initialValue ?? channels[0]}
          error={errors.channel}
        />
        <FieldGroup legend={t('authorities.send.record')}>
          <FieldRow>
            <TextInput
              name="sentOn"
              type="date"
              label={t('authorities.send.on')}
              hint={t('authorities.send.on.hint')}
              optional
              width="short"
              defaultValue={fields.sentOn.initialValue}
              error={errors.sentOn}
            />
            <TextInput
              name="registerNumber"
              label={t('authorities.send.register')}
              hint={t('authorities.send.register.hint')}
              optional
              width="short"
              maxLength={60}
              defaultValue={fields.registerNumber.initialValue}
              error={errors.registerNumber}
            />
          </FieldRow>
        </FieldGroup>
        <ButtonRow>
          <Button>{t('authorities.send.confirm')}</Button>
          <ButtonLink tone="quiet" href={to(paths.orgLetter(org, letter.id))}>
            {t('common.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Stack>
  );
}
