import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/stack.tsx';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';
import type { PackState } from '../rules/delivery.ts';
import type { PackView } from '../rules/delivery-views.ts';
import type { PackCondition } from '../rules/pack.ts';

const TONES: Record<PackState, StateTone> = {
  draft: 'open',
  queued: 'waiting',
  made: 'verified',
  failed: 'late',
  deleted: 'quiet',
};

type Place = { slug: string; id: string; clientId: string; mayDeliver: boolean };

/** The campaign's packs with how far each is, its files while they are kept, and what can be done next. */
export function PackList({ packs, ...place }: Place & { packs: readonly PackView[] }) {
  const { t, to } = useWords();
  return (
    <Section
      title={t('deliveries.packs.title')}
      id="packs"
      actions={
        place.mayDeliver ? (
          <ButtonLink
            tone={packs.length === 0 ? 'primary' : 'secondary'}
            href={to(paths.orgPackForm(place.slug, place.id))}
          >
            {t('deliveries.packs.new')}
          </ButtonLink>
        ) : undefined
      }
    >
      <p className="meta">{t('deliveries.packs.text')}</p>
      {packs.length === 0 && (
        <EmptyState title={t('deliveries.packs.empty.title')}>{t('deliveries.packs.empty')}</EmptyState>
      )}
      {packs.map((pack) => (
        <PackCard key={pack.id} pack={pack} {...place} />
      ))}
    </Section>
  );
}

function PackCard({ pack, ...place }: Place & { pack: PackView }) {
  const { t, locale } = useWords();
  return (
    <Card as="article" id={`pack-${pack.id}`}>
      <StateBadge tone={TONES[pack.state]}>{t(`deliveries.pack.state.${pack.state}`)}</StateBadge>
      <h3 lang="az">{pack.addressee}</h3>
      {pack.madeAt && <p className="meta">{t('deliveries.pack.made', { day: formatMoment(pack.madeAt, locale) })}</p>}
      {pack.handSigned !== null && pack.supporters !== null && (
        <p>{t('deliveries.pack.counts', { signed: pack.handSigned, supporters: pack.supporters })}</p>
      )}
      {pack.state === 'queued' && <Waiting pack={pack} {...place} />}
      {pack.state === 'failed' && <p>{t('deliveries.pack.failed')}</p>}
      {pack.unmet.length > 0 && <Unmet unmet={pack.unmet} {...place} />}
      {pack.state === 'made' && <Files pack={pack} {...place} />}
      {pack.sha256 && (
        <details className="fold">
          <summary>{t('deliveries.pack.sha')}</summary>
          <p className="break-all font-mono text-sm">{pack.sha256}</p>
          <p className="meta">{t('deliveries.pack.sha.help')}</p>
        </details>
      )}
      {place.mayDeliver && <PackActions pack={pack} {...place} />}
    </Card>
  );
}

function Waiting({ pack, slug, id }: Place & { pack: PackView }) {
  const { t, to } = useWords();
  return (
    <>
      <progress className="w-full" max={100} value={pack.progress} aria-label={t('deliveries.pack.state.queued')} />
      <p>{t('deliveries.pack.progress', { percent: pack.progress })}</p>
      {pack.isSlow && <p>{t('deliveries.pack.slow')}</p>}
      <p>
        <a href={to(paths.orgCampaignRoom(slug, id, 'delivery'))}>{t('deliveries.pack.refresh')}</a>
      </p>
    </>
  );
}

function Unmet({ unmet, slug, id }: Place & { unmet: readonly PackCondition[] }) {
  const { t, to } = useWords();
  return (
    <Notice tone="warning" title={t('deliveries.pack.not-yet')}>
      <ul className="grid gap-2">
        {unmet.map((condition) =>
          condition === 'campaign-not-public' || condition === 'no-demand' ? (
            <li key={condition}>{t(`deliveries.pack.condition.${condition}`)}</li>
          ) : (
            <li key={condition}>
              {t(`authorities.condition.${condition}`)}{' '}
              <a href={to(fixPath(condition, slug, id))}>{t(`authorities.condition.${condition}.fix`)}</a>
            </li>
          ),
        )}
      </ul>
    </Notice>
  );
}

/** Where each missing thing is mended. */
function fixPath(condition: PackCondition, slug: string, id: string): string {
  if (condition === 'no-signatory') return paths.orgSignatory(slug);
  if (condition.startsWith('no-legal') || condition === 'no-representative') return paths.orgSettings(slug);
  return paths.orgPackForm(slug, id);
}

function Files({ pack, slug, id }: Place & { pack: PackView }) {
  const { t } = useWords();
  return (
    <>
      <ul className="link-list" aria-label={t('deliveries.pack.download')}>
        {pack.files.map((file) => (
          <li key={file.kind}>
            <a href={paths.orgPackFile(slug, id, pack.id, file.kind)}>{t(`deliveries.pack.file.${file.kind}`)}</a>
            <span className="meta">
              {' '}
              {file.pages !== null && `${t('deliveries.pack.pages', { count: file.pages })} · `}
              {t('deliveries.pack.file.meta', { size: Math.ceil(file.bytes / 1000), hash: file.sha256.slice(0, 12) })}
            </span>
          </li>
        ))}
        <li>
          <a href={paths.orgPackFile(slug, id, pack.id, 'slip')}>{t('deliveries.pack.file.slip')}</a>
        </li>
      </ul>
      <p className="meta">{t('deliveries.pack.kept')}</p>
    </>
  );
}

function PackActions({ pack, slug, id, clientId }: Place & { pack: PackView }) {
  const { t, to } = useWords();
  const isStuck = pack.state === 'failed' || (pack.state === 'draft' && pack.unmet.length === 0) || pack.isSlow;
  return (
    <ButtonRow>
      {pack.state === 'made' && (
        <ButtonLink href={to(paths.orgDeliveryForm(slug, id, `?pack=${pack.id}`))}>
          {t('deliveries.list.new')}
        </ButtonLink>
      )}
      {isStuck && (
        <Form clientId={clientId} inline>
          <input type="hidden" name="pack" value={pack.id} />
          <Button name="intent" value="again" tone="secondary">
            {t('deliveries.pack.again')}
          </Button>
        </Form>
      )}
      {pack.state !== 'queued' && (
        <ButtonLink tone="quiet" href={to(paths.orgPackForm(slug, id, `?pack=${pack.id}`))}>
          {t(pack.state === 'draft' || pack.state === 'failed' ? 'deliveries.pack.edit' : 'deliveries.pack.renew')}
        </ButtonLink>
      )}
    </ButtonRow>
  );
}
