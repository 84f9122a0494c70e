import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { Section } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import type { StaffIssue, StaffPhoto } from '../staff-views.ts';

/** A report's pictures before publication: each can be left out, or parts of it blacked out. */
export function StaffPhotos({
  issue,
  slug,
  clientId,
  mayModerate,
}: {
  issue: StaffIssue;
  slug: string;
  clientId: string;
  mayModerate: boolean;
}) {
  const { t } = useWords();
  if (issue.photos.length === 0) return null;
  return (
    <Section title={t('issues.staff.photos.title')} id="photos">
      <ul className="staff-photos">
        {issue.photos.map((photo, at) => (
          <li key={photo.id}>
            <OnePhoto
              issue={issue}
              photo={photo}
              number={at + 1}
              slug={slug}
              clientId={clientId}
              mayModerate={mayModerate}
            />
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
  clientId,
  mayModerate,
}: {
  issue: StaffIssue;
  photo: StaffPhoto;
  number: number;
  slug: string;
  clientId: string;
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
          <Form clientId={clientId} inline>
            <input type="hidden" name="photoId" value={photo.id} />
            <Button
              tone="quiet"
              size="small"
              name="intent"
              value={photo.isHidden ? 'show-photo' : 'hide-photo'}
              aria-label={`${t(photo.isHidden ? 'issues.staff.photos.show' : 'issues.staff.photos.hide')}: ${name}`}
            >
              {t(photo.isHidden ? 'issues.staff.photos.show' : 'issues.staff.photos.hide')}
            </Button>
          </Form>
        </div>
      )}
    </>
  );
}
