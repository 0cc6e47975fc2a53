/** How ffmpeg comes onto this computer, in one Chinese sentence. `release` is Linux's `/etc/os-release`. */
export function installSentence(platform: string, release = ''): string {
  if (platform === 'win32')
    return '在终端里运行 winget install Gyan.FFmpeg，装好后关掉终端再打开一次。'
  if (platform === 'darwin')
    return '在终端里运行 brew install ffmpeg（先要有 Homebrew，见 brew.sh）。'
  const fields = Object.fromEntries(
    release.split('\n').map((line) => line.split('=', 2).map((part) => part.replaceAll('"', ''))),
  ) as Record<string, string>
  const names = `${fields.ID ?? ''} ${fields.ID_LIKE ?? ''} ${fields.NAME ?? ''}`.toLowerCase()
  const usesRpm = /rhel|fedora|centos|openeuler|anolis|suse/.test(names)
  if (/kylin|麒麟/.test(names))
    return usesRpm
      ? '麒麟服务器版的软件源里没有的话，请管理员装 ffmpeg：sudo yum install ffmpeg。'
      : '在麒麟的终端里运行 sudo apt-get install ffmpeg，或在软件商店里搜“ffmpeg”。'
  if (/uos|uniontech|deepin|统信/.test(names))
    return '在统信的终端里运行 sudo apt-get install ffmpeg，或在应用商店里搜“ffmpeg”。'
  if (/debian|ubuntu|mint/.test(names)) return '在终端里运行 sudo apt-get install ffmpeg。'
  return usesRpm ? '在终端里运行 sudo dnf install ffmpeg。' : '用系统的软件商店装 ffmpeg。'
}
