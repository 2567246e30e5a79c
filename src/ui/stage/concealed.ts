/** Whether runs beside each other tell in what they differ: not while a lesson asks just that. */
import { useEffect } from 'react';
import { create } from 'zustand';

const useStore = create<{ readonly concealed: boolean }>(() => ({ concealed: false }));

export const useConcealed = (): boolean => useStore(({ concealed }) => concealed);

/** As long as this is shown. */
export function useConcealing(concealed: boolean): void {
  useEffect(() => {
    useStore.setState({ concealed });
    return () => useStore.setState({ concealed: false });
  }, [concealed]);
}
