import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { useForm } from '@conform-to/react';
import { editLetter } from '#app/features/authorities/commands/edit-letter.server.ts';
import { editForm } from '#app/features/authorities/forms.ts';
import { getLetterForm } from '#app/features/authorities/letter-form.server.ts';
import { isUnsent } from '#app/features/authorities/rules/letter.ts';
import { LetterFields, type LetterFieldState } from '#app/features/authorities/ui/letter-fields.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta = titled('authorities.edit.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'letter.write');
  const letter = isId(args.params.letter) ? await getLetterForm(scope, args.params.letter, ctx.now) : null;
  if (!letter) throw notFound();
  if (!isUnsent(letter.state)) throw redirect(ctx.to(paths.orgLetter(membership.slug, letter.id)), 303);
  return { letter };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'letter.write');
  const letterId = args.params.letter;
  if (!isId(letterId)) throw notFound();
  const posted = await readForm(args.request, editForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { intent, ...fields } = posted.value;
  const edited = await editLetter(
    { scope, now: ctx.now },
    { letterId, ...fields, isRecomposed: intent === 'recompose' },
  );
  if (edited.ok)
    return seeOther(
      ctx,
      intent === 'recompose'
        ? paths.orgLetterEdit(membership.slug, letterId)
        : paths.orgLetter(membership.slug, letterId),
      { done: 'saved' },
    );
  const { code, field } = edited.refusal;
  if (code === 'authorities.error.letter-unknown') throw notFound();
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

type Fields = {
  version: string;
  bodyId: string;
  postId: string;
  addressee: string;
  signatoryId: string;
  withExactPlace: string;
  subject: string;
  text: string;
};

export default function LetterEdit() {
  const { letter } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<Fields>({ lastResult });
  const { org = '' } = useParams();
  const { say, t, to } = useWords();
  const errors = {
    '': say(form.errors ?? fields.version.errors),
    bodyId: say(fields.bodyId.errors),
    postId: say(fields.postId.errors),
    addressee: say(fields.addressee.errors),
    signatoryId: say(fields.signatoryId.errors),
    subject: say(fields.subject.errors),
    text: say(fields.text.errors),
  };
  const typed: LetterFieldState = lastResult
    ? {
        version: fields.version.initialValue ?? '',
        bodyId: fields.bodyId.initialValue ?? '',
        postId: fields.postId.initialValue ?? '',
        addressee: fields.addressee.initialValue ?? '',
        signatoryId: fields.signatoryId.initialValue ?? '',
        withExactPlace: fields.withExactPlace.initialValue === 'on',
        subject: fields.subject.initialValue ?? '',
        text: fields.text.initialValue ?? '',
      }
    : {
        ...letter,
        version: String(letter.version),
        bodyId: letter.bodyId ?? '',
        postId: letter.postId ?? '',
        signatoryId: letter.signatoryId ?? '',
      };
  return (
    <Stack>
      <ErrorSummary errors={errors} />
      <Breadcrumb
        items={[
          { label: t('authorities.letters.title'), href: to(paths.orgLetters(org)) },
          { label: letter.reference, href: to(paths.orgLetter(org, letter.id)) },
          { label: t('authorities.edit.title') },
        ]}
      />
      <PageTitle meta={t('authorities.letter.language')}>{t('authorities.edit.title')}</PageTitle>
      <LetterFields letter={letter} typed={typed} errors={errors} backHref={to(paths.orgLetter(org, letter.id))} />
    </Stack>
  );
}
