import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { signUp } from '#app/features/events/commands/sign-up.server.ts';
import { signUpForm } from '#app/features/events/forms.ts';
import { findPublicEvent, isEventGone } from '#app/features/events/public-events.server.ts';
import { placeToken } from '#app/features/events/sign-up-person.server.ts';
import { spanText } from '#app/features/events/ui/event-words.tsx';
import { SignUpForm } from '#app/features/events/ui/sign-up-form.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { gone, notFound, openRequest, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { loaderHeaders } from './public-data.ts';

export const meta = titled('events.sign-up.title');
export const headers = loaderHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { id } = args.params;
  const event = isId(id) ? await findPublicEvent(id) : undefined;
  if (!event) throw isId(id) && (await isEventGone(id)) ? gone() : notFound();
  const shifts =
    event.state === 'open'
      ? event.shifts.filter(({ isCancelled, endsAt }) => !isCancelled && new Date(endsAt) > ctx.now)
      : [];
  const asked = ctx.url.searchParams.get('shift');
  return data(
    {
      event: { id: event.id, title: event.title, organisation: event.organisation.names[ctx.locale] },
      shifts,
      chosen: shifts.find((shift) => shift.id === asked)?.id ?? '',
      isKnown: ctx.url.searchParams.get('done') === 'known',
      clientId: newId(),
    },
    { status: shifts.length > 0 ? 200 : 409, headers: { 'Cache-Control': 'no-store' } },
  );
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { id } = args.params;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, signUpForm);
  if (!posted.ok) return data({ lastResult: posted.reply() }, { status: 422 });
  const { consent: _given, ...input } = posted.value;
  const result = await signUp(ctx, id, { ...input, locale: ctx.locale });
  if (!result.ok) {
    const { code, field } = result.refusal;
    if (code === 'not-found') throw (await isEventGone(id)) ? gone() : notFound();
    const status = code === 'common.error.too-many' ? 429 : code === 'events.error.closed' ? 409 : 422;
    return data({ lastResult: field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]) }, { status });
  }
  const { signUpId, outcome } = result.value;
  if (signUpId === null) return seeOther(ctx, paths.eventSignUp(id), { done: 'known' });
  return seeOther(ctx, paths.eventPlace(placeToken(signUpId)), {
    done: outcome === 'waitlisted' ? 'waitlisted' : 'registered',
  });
}

export default function EventSignUp() {
  const { event, shifts, chosen, isKnown, clientId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, to, locale } = useWords();
  const only = shifts.length === 1 ? shifts[0] : undefined;
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('events.list.title'), href: to(paths.events()) },
          { label: event.title, href: to(paths.event(event.id)) },
          { label: t('events.sign-up.title') },
        ]}
      />
      <PageTitle lead={event.title} meta={only && spanText(only.startsAt, only.endsAt, locale)}>
        {t('events.sign-up.title')}
      </PageTitle>
      {isKnown ? (
        <Notice tone="info" live title={t('events.sign-up.known.title')}>
          {t('events.sign-up.known.text')}
        </Notice>
      ) : shifts.length === 0 ? (
        <Notice tone="info" actions={<ButtonLink tone="secondary" href={to(paths.events())}>{t('events.list.title')}</ButtonLink>}>
          {t('events.error.closed')}
        </Notice>
      ) : (
        <SignUpForm
          clientId={clientId}
          organisation={event.organisation}
          shifts={shifts}
          chosen={chosen}
          lastResult={answer?.lastResult}
        />
      )}
    </>
  );
}
