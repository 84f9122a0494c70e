import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useForm } from '@conform-to/react';
import { getBody } from '#app/features/authorities/bodies.server.ts';
import { saveBody } from '#app/features/authorities/commands/save-body.server.ts';
import { bodyForm } from '#app/features/authorities/forms.ts';
import { isBodyKind } from '#app/features/authorities/rules/body-kinds.ts';
import { BodyFields, type BodyFieldState } from '#app/features/authorities/ui/body-fields.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireOperator, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta = titled('authorities.bodies.title');

/** `/admin/bodies/new` has no `body` in its address. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireOperator(ctx);
  const id = args.params.body;
  if (id === undefined) return { body: null, done: false };
  const body = isId(id) ? await getBody(scope, id) : null;
  if (!body) throw notFound();
  return { body, done: ctx.url.searchParams.get('done') === 'body' };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireOperator(ctx);
  const id = args.params.body;
  const present = id === undefined ? null : isId(id) ? await getBody(scope, id) : undefined;
  if (present === undefined || (id !== undefined && present === null)) throw notFound();
  const posted = await readForm(args.request, bodyForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { checkedOn, email, isActive, kind, hotline, nameAz, nameEn, nameRu, postalAddress, region, source } =
    posted.value;
  const saved = await saveBody(
    { scope, now: ctx.now },
    {
      id: present?.id ?? null,
      // Kind and region are what routing finds a body by: those of a body that is in use stay.
      kind: present && isBodyKind(present.kind) ? present.kind : kind,
      region: present ? present.region : region || null,
      names: { az: nameAz, en: nameEn, ru: nameRu },
      email: email ?? null,
      postalAddress,
      hotline,
      source,
      checkedOn: checkedOn?.iso ?? null,
      isActive,
    },
  );
  if (saved.ok) return seeOther(ctx, paths.adminBody(saved.value.bodyId), { done: 'body' });
  const { code, field } = saved.refusal;
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

type Fields = Record<Exclude<keyof BodyFieldState, 'isActive'> | 'isActive', string>;

export default function BodyEdit() {
  const { body, done } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<Fields>({ lastResult });
  const { locale, say, t, to } = useWords();
  const names = [
    'kind',
    'region',
    'nameAz',
    'nameEn',
    'nameRu',
    'email',
    'postalAddress',
    'hotline',
    'source',
    'checkedOn',
  ] as const;
  const errors = { '': say(form.errors), ...Object.fromEntries(names.map((name) => [name, say(fields[name].errors)])) };
  const value = (name: (typeof names)[number]): string =>
    lastResult ? (fields[name].initialValue ?? '') : (body?.[name] ?? '');
  const typed = {
    ...(Object.fromEntries(names.map((name) => [name, value(name)])) as Record<(typeof names)[number], string>),
    isActive: lastResult ? fields.isActive.initialValue === 'on' : (body?.isActive ?? true),
  };
  const title = body ? { az: body.nameAz, en: body.nameEn, ru: body.nameRu }[locale] : t('authorities.body.new.title');
  return (
    <Stack>
      <ErrorSummary errors={errors} />
      <Breadcrumb items={[{ label: t('authorities.bodies.title'), href: to(paths.adminBodies()) }, { label: title }]} />
      <PageTitle>{title}</PageTitle>
      {done && (
        <Notice tone="success" live>
          {t('authorities.done.body')}
        </Notice>
      )}
      {body && (
        <p>
          <a href={to(paths.adminPosts(body.id))}>{t('authorities.body.posts')}</a>
        </p>
      )}
      <BodyFields typed={typed} errors={errors} isNew={body === null} />
    </Stack>
  );
}
