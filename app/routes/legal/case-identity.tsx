import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readIdentityRoom } from '#app/features/legal-aid/case-identity.server.ts';
import { askIdentity } from '#app/features/legal-aid/commands/ask-identity.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { identityForm } from '#app/features/legal-aid/rules/case-forms.ts';
import { IdentityRoom } from '#app/features/legal-aid/ui/identity-room.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { atCase } from './at-case.ts';
import { refused } from './refused.ts';

export const meta = titled('legal-case.identity.title');

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, subject, work } = await atCase(args);
  const room = await withLegalScope(work.scope, (tx) => readIdentityRoom(tx, work, subject));
  return { ...room, isDone: ctx.url.searchParams.get('done') === 'asked', clientId: newId() };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, subject, work } = await atCase(args);
  const posted = await readForm(args.request, identityForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { clientId, reason, text } = posted.value;
  const asked = await askIdentity(work, { clientId, caseId: subject.id, reason, text });
  return asked.ok
    ? seeOther(ctx, paths.deskCaseRoom(slug, subject.id, 'identity'), { done: 'asked' })
    : refused(posted.reply, asked.refusal);
}

export default function CaseIdentity() {
  const { isDone, ...room } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Stack gap="large">
      <Stack gap="small">
        <PageTitle>{t('legal-case.identity.title')}</PageTitle>
        <p className="lead">{t('legal-case.identity.lead')}</p>
      </Stack>
      {isDone && (
        <Notice tone="success" live>
          {t('legal-case.identity.done.asked')}
        </Notice>
      )}
      <IdentityRoom {...room} result={useActionData<typeof action>()?.lastResult} />
    </Stack>
  );
}
