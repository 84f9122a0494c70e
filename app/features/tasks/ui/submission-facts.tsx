import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { formatPhone } from '#app/kernel/phone.ts';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { placeText } from '#app/ui/place-text.ts';
import { isMinor } from '#app/features/people/rules/kinds.ts';
import type { SubmissionPage } from '../joining.server.ts';

/** What somebody wrote to join. */
export function SubmissionFacts({ page }: { page: SubmissionPage }) {
  const { t, locale } = useWords();
  const { sent } = page;
  return (
    <DefinitionList
      items={[
        { term: t('tasks.join.role'), detail: page.role },
        { term: t('tasks.field.campaign'), detail: page.form },
        {
          term: t('people.field.phone'),
          detail: sent?.phone && <a href={`tel:${sent.phone}`}>{formatPhone(sent.phone)}</a>,
        },
        { term: t('people.field.email'), detail: sent?.email && <a href={`mailto:${sent.email}`}>{sent.email}</a> },
        {
          term: t('people.field.where'),
          detail:
            sent && (sent.region === '' ? sent.place : placeText({ region: sent.region, place: sent.place }, locale)),
        },
        { term: t('people.field.skills'), detail: sent?.skills.map((skill) => t(`people.skill.${skill}`)).join(', ') },
        { term: t('people.field.times'), detail: sent?.times.map((time) => t(`people.time.${time}`)).join(', ') },
        {
          term: t('people.field.languages'),
          detail: sent?.languages.map((language) => t(`people.language.${language}`)).join(', '),
        },
        { term: t('people.field.age'), detail: page.ageBand && t(`people.age.${page.ageBand}`) },
        { term: t('people.field.gender'), detail: page.gender && t(`people.gender.${page.gender}`) },
        {
          term: t('tasks.joining.guardian'),
          detail: isMinor(page.ageBand) && sent?.guardian ? t('tasks.joining.guardian.of', sent.guardian) : null,
        },
        { term: t('tasks.join.message'), detail: sent?.message },
        { term: t('tasks.joining.sent'), detail: formatMoment(page.at, locale) },
      ]}
    />
  );
}
