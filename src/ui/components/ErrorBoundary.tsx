import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** What is shown instead. */
  readonly fallback: (thrown: unknown) => ReactNode;
}

interface State {
  readonly failed: boolean;
  readonly thrown: unknown;
}

/** Catches what its children throw while they render. React offers this to classes only. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, thrown: null };

  static getDerivedStateFromError(thrown: unknown): State {
    return { failed: true, thrown };
  }

  override render(): ReactNode {
    const { failed, thrown } = this.state;
    return failed ? this.props.fallback(thrown) : this.props.children;
  }
}
