import type { BoardLine } from '#app/features/authorities/routing-board.server.ts';
import { BODY_KINDS } from '#app/features/authorities/rules/body-kinds.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { compareAz } from '#app/kernel/az-text.ts';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Form } from '#app/ui/form.tsx';
import { Heading } from '#app/ui/heading.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Select } from '#app/ui/select.tsx';

/** The organisation's own word on who is written to first about one category. */
export function RoutingCorrection({ line, region, slug }: { line: BoardLine; region: string; slug: string }) {
  const { t, to, locale } = useWords();
  const kinds = BODY_KINDS.map((kind) => ({ value: kind, label: t(`authorities.kind.${kind}`) })).sort((a, b) =>
    compareAz(a.label, b.label),
  );
  const back = paths.orgRouting(slug, `?region=${region}`);
  return (
    <Card id="correction" tone="info">
      <Heading>{t('authorities.routing.form.title', { category: t(`category.${line.category}`) })}</Heading>
      <Form action={to(back)}>
        <input type="hidden" name="category" value={line.category} />
        <input type="hidden" name="region" value={region} />
        <Select
          name="bodyKind"
          label={t('authorities.routing.form.kind')}
          placeholder={t('authorities.routing.form.default')}
          options={kinds}
          defaultValue={line.own?.bodyKind ?? ''}
        />
        <RadioCards
          name="scope"
          label={t('authorities.routing.form.scope')}
          options={[
            { value: 'here', label: t('authorities.routing.form.here', { region: regionName(region, locale) }) },
            { value: 'everywhere', label: t('authorities.routing.form.everywhere') },
          ]}
          defaultValue={line.own && line.own.region === null ? 'everywhere' : 'here'}
        />
        <ButtonRow>
          <Button>{t('common.save')}</Button>
          <ButtonLink tone="quiet" href={to(back)}>
            {t('common.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Card>
  );
}
