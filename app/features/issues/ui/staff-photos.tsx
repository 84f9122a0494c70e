import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Section } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import type { StaffIssue, StaffPhoto } from '../staff-views.ts';
import { DECISION_FORM } from './staff-decision.tsx';

/** A report's pictures: each can be left out, or parts of it blacked out. Its buttons belong to the form of the decision. */
export function StaffPhotos({ issue, slug, mayModerate }: { issue: StaffIssue; slug: string; mayModerate: boolean }) {
  const { t } = useWords();
  if (issue.photos.length === 0) return null;
  return (
    <Section title={t('issues.staff.photos.title')} id="photos">
      <ul className="staff-photos">
        {issue.photos.map((photo, at) => (
          <li key={photo.id}>
            <OnePhoto issue={issue} photo={photo} number={at + 1} slug={slug} mayModerate={mayModerate} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OnePhoto({
  issue,
  photo,
  number,
  slug,
  mayModerate,
}: {
  issue: StaffIssue;
  photo: StaffPhoto;
  number: number;
  slug: string;
  mayModerate: boolean;
}) {
  const { t, to } = useWords();
  const name = t('kit.photo.number', { number });
  const file = (size: 'full' | 'thumb') => to(paths.orgPhotoFile(slug, issue.id, photo.id, size));
  return (
    <>
      <a href={file('full')}>
        <img
          src={file('thumb')}
          width={photo.width}
          height={photo.height}
          alt={name}
          loading="lazy"
          className={photo.isHidden ? 'opacity-50' : undefined}
        />
      </a>
      {(photo.isHidden || photo.isBlackedOut) && (
        <p className="flex flex-wrap gap-2">
          {photo.isHidden && <StateBadge tone="quiet">{t('issues.staff.photos.hidden')}</StateBadge>}
          {photo.isBlackedOut && <StateBadge tone="verified">{t('issues.staff.photos.blacked-out')}</StateBadge>}
        </p>
      )}
      {mayModerate && (
        <div className="flex flex-wrap gap-2">
          <ButtonLink
            tone="secondary"
            size="small"
            href={to(paths.orgPhoto(slug, issue.id, photo.id))}
            aria-label={`${t('issues.staff.photos.black-out')}: ${name}`}
          >
            {t('issues.staff.photos.black-out')}
          </ButtonLink>
          <Button
            form={DECISION_FORM}
            tone="quiet"
            size="small"
            name="intent"
            value={`${photo.isHidden ? 'show-photo' : 'hide-photo'} ${photo.id}`}
            aria-label={`${t(photo.isHidden ? 'issues.staff.photos.show' : 'issues.staff.photos.hide')}: ${name}`}
          >
            {t(photo.isHidden ? 'issues.staff.photos.show' : 'issues.staff.photos.hide')}
          </Button>
        </div>
      )}
    </>
  );
}
