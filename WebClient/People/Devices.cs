using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CoCreate.Web.People;

/// <summary>Names what somebody votes from, so that hosts can be told where several people vote from one device, and nothing else (R135). A name says neither address nor browser:
/// it is a keyed hash, another one on each board, and the key lies beside the keys that sign cookies.</summary>
internal sealed class Devices(GatewayOptions options)
{
    private const int KeyBytes = 32;

    /// <summary>Bytes of a name: enough that two devices of one board hardly ever share one.</summary>
    private const int NameBytes = 8;

    private readonly Lazy<byte[]> _key = new(() => FindOrMake(Path.Combine(options.DataFolder, "keys", "devices.key")));

    /// <summary>The device's name on one board; empty where nothing is known of it.</summary>
    public string NameOf(string board, string address, string browser) => address.Length == 0
        ? ""
        : Base64Url.EncodeToString(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes($"{board}\n{address}\n{browser}")).AsSpan(0, NameBytes));

    /// <summary>The key that all web processes of a server share. Whoever makes it first wins.</summary>
    private static byte[] FindOrMake(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (!File.Exists(file))
        {
            var made = $"{file}.{Ids.New()}";
            File.WriteAllBytes(made, RandomNumberGenerator.GetBytes(KeyBytes));
            try
            {
                File.Move(made, file, overwrite: false);
            }
            catch (IOException)
            {
                File.Delete(made);
            }
        }

        return File.ReadAllBytes(file);
    }
}
