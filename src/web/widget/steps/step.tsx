import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface StepProps {
  readonly title: ComponentChildren;
  /** Below the heading; what comes after it scrolls with it. */
  readonly children?: ComponentChildren;
  /** The buttons at the bottom, which never scroll away. */
  readonly foot?: ComponentChildren;
  /** Around the heading and all else of it that belongs in one frame. */
  readonly frame?: (heading: ComponentChildren) => ComponentChildren;
}

/** A page of the panel that takes the place of the conversation. Its heading gets the focus, so that it is read first. */
export function Step({ title, children, foot, frame = (heading) => heading }: StepProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <>
      <div class="w-step stack" role="region" tabIndex={0} aria-labelledby="step-title">
        {frame(
          <h3 id="step-title" tabIndex={-1} ref={heading} aria-describedby="step-about">
            {title}
          </h3>,
        )}
        {children}
      </div>
      {foot !== undefined && <div class="w-foot">{foot}</div>}
    </>
  );
}
