import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { blackOutPhoto } from '#app/features/issues/commands/black-out-photo.server.ts';
import { blackOutForm } from '#app/features/issues/staff-forms.ts';
import { findStaffPhoto } from '#app/features/issues/staff-issue.server.ts';
import { PhotoRedactor } from '#app/features/issues/ui/photo-redactor.tsx';
import staffStyles from '#app/features/issues/ui/staff.css?url';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { forbidden, notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: staffStyles }];
export const meta = titled('issues.staff.black-out.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'issue.moderate');
  const { id, photo: photoId } = args.params;
  const photo = isId(id) && isId(photoId) ? await findStaffPhoto(scope, id, photoId) : undefined;
  if (!photo) throw notFound();
  const { width, height } = photo;
  return { slug: membership.slug, issueId: photo.issueId, photo: { id: photo.id, width, height }, clientId: newId() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'issue.moderate');
  const { id, photo: photoId } = args.params;
  if (!isId(id) || !isId(photoId)) throw notFound();
  const posted = await readForm(args.request, blackOutForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const result = await blackOutPhoto({ actor, scope, now: ctx.now }, { issueId: id, photoId, ...posted.value });
  if (result.ok) return seeOther(ctx, `${paths.orgIssue(membership.slug, id)}#main`, { done: 'blacked-out' });
  const { code, field } = result.refusal;
  if (code === 'issues.staff.error.unknown') throw notFound();
  if (code === 'common.error.not-allowed') throw forbidden();
  return unprocessable(posted.reply({ [field ?? '']: [code] }));
}

export default function OrgPhoto() {
  const { slug, issueId, photo, clientId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, to, say } = useWords();
  const errors = Object.values<string[] | null | undefined>(answer?.lastResult.error ?? {}).flatMap(
    (codes) => codes ?? [],
  );
  const back = to(paths.orgIssue(slug, issueId));
  return (
    <>
      <Breadcrumb
        items={[{ label: t('issues.staff.black-out.back'), href: back }, { label: t('issues.staff.black-out.title') }]}
      />
      <PageTitle lead={t('issues.staff.black-out.lead')}>{t('issues.staff.black-out.title')}</PageTitle>
      <ErrorSummary errors={{ '': say(errors) }} />
      <Form clientId={clientId} label={t('issues.staff.black-out.title')}>
        <PhotoRedactor
          src={to(paths.orgPhotoFile(slug, issueId, photo.id, 'full'))}
          width={photo.width}
          height={photo.height}
        />
        <SubmitBar note={t('issues.staff.black-out.note')}>
          <Button tone="danger">{t('issues.staff.black-out.action')}</Button>
          <ButtonLink tone="quiet" href={back}>
            {t('common.cancel')}
          </ButtonLink>
        </SubmitBar>
      </Form>
    </>
  );
}
