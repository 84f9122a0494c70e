import { useWords } from '#app/i18n/words-context.tsx';

/** A picture with its real size in pixels, so that nothing jumps. `href` opens it large. */
export type PhotoView = { src: string; width: number; height: number; alt?: string; href?: string; caption?: string };

/** One picture; waits until it is near the screen unless `eager`. Without `alt` it is called "Foto 1". */
export function Photo({
  src,
  width,
  height,
  alt,
  href,
  caption,
  eager,
  number = 1,
}: PhotoView & { eager?: boolean; number?: number }) {
  const { t } = useWords();
  const picture = (
    <img
      src={src}
      width={width}
      height={height}
      alt={alt ?? t('kit.photo.number', { number })}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
    />
  );
  return (
    <figure className="photo">
      {href ? <a href={href}>{picture}</a> : picture}
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

/** Pictures of one thing: one fills the width, several stand abreast. */
export function PhotoGrid({ photos, eager }: { photos: readonly PhotoView[]; eager?: boolean }) {
  if (photos.length === 0) return null;
  return (
    <div className={`photo-grid photo-grid-${Math.min(photos.length, 3)}`}>
      {photos.map((photo, at) => (
        <Photo key={photo.src} {...photo} number={at + 1} eager={eager && at === 0} />
      ))}
    </div>
  );
}
