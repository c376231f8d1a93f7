/** A page of the size of what comes. */
export function PageSkeleton() {
  return (
    <div className="page" aria-hidden>
      <span className="bone bone-block skeleton-title" />
      <div className="columns">
        <div className="stack">
          <span className="bone bone-block skeleton-card" />
          <span className="bone bone-block skeleton-card" />
        </div>
        <span className="bone bone-block skeleton-card" />
      </div>
    </div>
  );
}
