import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';
import { PAGE_LIMITS } from '../rules/public-page.ts';

type Words = {
  slug: string;
  name: string;
  municipality: string;
  about: string;
  aims: string;
  writeTo: string;
  orderer: string;
};

/** The words of the candidate's page. */
export function PageFields({
  back,
  page,
  name,
  clientId,
}: {
  back: Returned;
  page: Words | null;
  name: string;
  clientId: string;
}) {
  const { t } = useWords();
  const field = (key: keyof Words, otherwise = '') => ({
    name: key,
    maxLength: PAGE_LIMITS[key],
    defaultValue: back.value(key, page?.[key] ?? otherwise),
    error: back.errors[key],
  });
  return (
    <Form clientId={back.value('clientId', clientId)} label={t('teams.page.words')}>
      <input type="hidden" name="intent" value="save" />
      <TextInput label={t('teams.page.name')} {...field('name', name)} />
      <TextInput label={t('teams.page.slug')} hint={t('teams.page.slug.hint')} width="medium" {...field('slug')} />
      <TextInput label={t('elections.municipality')} {...field('municipality')} />
      <TextArea label={t('teams.page.about')} {...field('about')} />
      <TextArea label={t('teams.page.aims')} hint={t('teams.page.aims.hint')} optional {...field('aims')} />
      <TextInput label={t('teams.page.write-to')} hint={t('teams.page.write-to.hint')} optional {...field('writeTo')} />
      <TextInput label={t('teams.page.orderer')} hint={t('teams.page.orderer.hint')} {...field('orderer', name)} />
      <Button>{t('common.save')}</Button>
    </Form>
  );
}
