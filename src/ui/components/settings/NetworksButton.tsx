import { Button } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { late } from '../late.tsx';

const NetworksPanel = late('networks', async () => (await import('../../networks/NetworksPanel.tsx')).NetworksPanel);

/** Opens the view of both networks, which is fetched when it is first asked for. */
export function NetworksButton() {
  const { t } = useTranslation();
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
        {t('settings.networks')}
      </Button>
      {wanted && <NetworksPanel open={open} onClose={() => setOpen(false)} />}
    </>
  );
}
