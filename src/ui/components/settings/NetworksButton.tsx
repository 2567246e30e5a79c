import { Button } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../../i18n/index.ts';
import { late } from '../late.tsx';

const NetworksPanel = late('networks', async () => (await import('../../networks/NetworksPanel.tsx')).NetworksPanel);

/** Opens the view of both networks, which is fetched when it is first asked for. */
export function NetworksButton() {
  const texts = useTexts();
  const [wanted, setWanted] = useState(false);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="compact-xs"
        leftSection={<IconStack2 size={14} aria-hidden />}
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
      >
        {texts.settings.networks}
      </Button>
      {wanted && <NetworksPanel open={open} onClose={() => setOpen(false)} />}
    </>
  );
}
