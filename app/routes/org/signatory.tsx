import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { useForm } from '@conform-to/react';
import { agreeToSign } from '#app/features/authorities/commands/agree-to-sign.server.ts';
import { revokeSignature } from '#app/features/authorities/commands/revoke-signature.server.ts';
import { signForm } from '#app/features/authorities/forms.ts';
import { SENDER_RULE } from '#app/features/authorities/rules/appeals-law.ts';
import { SIGNING_CONSENT } from '#app/features/authorities/rules/signing-consent.ts';
import { getSigning } from '#app/features/authorities/signing.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { ConsentBox } from '#app/ui/consent-box.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

export const meta = titled('authorities.signing.title');

const NOTICES = ['agreed', 'revoked'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'letter.sign');
  const signing = await getSigning(scope);
  const maySeeNames = can(actor, 'letter.read', { organisationId: membership.organisationId });
  return {
    ...signing,
    // Volunteers may sign, but do not read letters: of others they learn only that somebody agreed.
    people: signing.people.map((one) => ({ ...one, fullName: maySeeNames || one.isOwn ? one.fullName : null })),
    maySeeLetters: maySeeNames,
    done: NOTICES.find((key) => key === ctx.url.searchParams.get('done')),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'letter.sign');
  const page = paths.orgSignatory(membership.slug);
  const posted = await readForm(args.request, signForm);
  if (!posted.ok) return unprocessable(posted.reply());
  if (posted.value.intent === 'revoke') {
    await revokeSignature({ scope, now: ctx.now });
    return seeOther(ctx, page, { done: 'revoked' });
  }
  await agreeToSign(
    { scope, now: ctx.now },
    { fullName: posted.value.fullName, address: posted.value.address, locale: ctx.locale },
  );
  return seeOther(ctx, page, { done: 'agreed' });
}

type Fields = { intent: string; fullName: string; address: string; consent: string };

export default function Signatory() {
  const { done, isRegistered, maySeeLetters, names, own, people } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<Fields>({ lastResult });
  const { org = '' } = useParams();
  const { locale, say, t, to } = useWords();
  const errors = {
    '': say(form.errors ?? fields.intent.errors),
    fullName: say(fields.fullName.errors),
    address: say(fields.address.errors),
    consent: say(fields.consent.errors),
  };
  return (
    <Stack>
      <ErrorSummary errors={errors} />
      {maySeeLetters && (
        <Breadcrumb
          items={[
            { label: t('authorities.letters.title'), href: to(paths.orgLetters(org)) },
            { label: t('authorities.letters.signing') },
          ]}
        />
      )}
      <PageTitle
        lead={isRegistered ? undefined : t('authorities.signing.lead')}
        meta={t('authorities.letter.law', { article: SENDER_RULE.article })}
      >
        {t('authorities.signing.title')}
      </PageTitle>
      {done && (
        <Notice tone="success" live>
          {t(`authorities.done.${done}`)}
        </Notice>
      )}
      {isRegistered ? (
        <Notice title={t('authorities.signing.registered.title')}>{t('authorities.signing.registered.text')}</Notice>
      ) : (
        <Section title={t('authorities.signing.people')}>
          {people.length === 0 && <p>{t('authorities.signing.people.none')}</p>}
          <ul className="grid gap-2">
            {people.map((one) => (
              <li key={one.id}>
                <b>{one.fullName ?? '•••'}</b> {one.isOwn && `(${t('authorities.signing.you')})`}{' '}
                <span className="meta">
                  {t('authorities.signing.since', { date: formatDay(one.agreedAt, locale) })}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {own && (
        <Card tone="verified">
          <p className="font-bold">{t('authorities.signing.state.agreed')}</p>
          <p className="whitespace-pre-line">{`${own.fullName}\n${own.address}`}</p>
          <p className="meta my-3">{t('authorities.signing.revoke.text')}</p>
          <Form inline label={t('authorities.signing.revoke')}>
            <Button tone="danger" size="small" name="intent" value="revoke">
              {t('authorities.signing.revoke')}
            </Button>
          </Form>
        </Card>
      )}
      {!isRegistered && (
        <Section title={t(own ? 'authorities.signing.form.again' : 'authorities.signing.form')}>
          <p className="meta">{t('authorities.signing.form.hint')}</p>
          <Form>
            <TextInput
              name="fullName"
              label={t('authorities.signing.name')}
              hint={t('authorities.signing.name.hint')}
              autoComplete="name"
              required
              maxLength={120}
              defaultValue={fields.fullName.initialValue ?? own?.fullName}
              error={errors.fullName}
            />
            <TextInput
              name="address"
              label={t('authorities.signing.address')}
              hint={t('authorities.signing.address.hint')}
              autoComplete="street-address"
              required
              maxLength={300}
              defaultValue={fields.address.initialValue ?? own?.address}
              error={errors.address}
            />
            <ConsentBox
              intro={t('authorities.consent.intro')}
              label={t('authorities.consent.label')}
              parts={SIGNING_CONSENT.parts.map((part) => ({
                title: t(`authorities.consent.${part}`),
                text:
                  part === 'operator'
                    ? t('authorities.consent.operator.text', { organisation: names[locale] })
                    : t(`authorities.consent.${part}.text`),
              }))}
              defaultChecked={fields.consent.initialValue === 'on'}
              error={errors.consent}
            />
            <Button name="intent" value="agree">
              {t('authorities.signing.agree')}
            </Button>
          </Form>
        </Section>
      )}
    </Stack>
  );
}
