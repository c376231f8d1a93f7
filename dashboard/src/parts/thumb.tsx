import { IconPhoto } from '../look/icons.ts';

interface ThumbProps {
  picture: { readonly alt: string; readonly urls: { readonly small: string } | null } | null;
  size?: number;
}

/** A small picture of goods; a quiet square when there is none. The name stands beside it, so it says nothing itself. */
export function Thumb({ picture, size = 32 }: ThumbProps) {
  return picture?.urls ? (
    <img
      className="thumb"
      src={picture.urls.small}
      alt=""
      width={size}
      height={size}
      loading="lazy"
      decoding="async"
    />
  ) : (
    <span className="thumb thumb-none" style={{ width: size, height: size }} aria-hidden>
      <IconPhoto size={16} stroke={1.5} />
    </span>
  );
}
