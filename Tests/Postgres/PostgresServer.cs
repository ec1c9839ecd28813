using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CoCreate.Tests.Postgres;

/// <summary>A private PostgreSQL on a free loopback port, with its usual durable settings, in a temporary folder. It ends, and its folder goes, with this process
/// at the latest, however that ends: a shell beside it waits for the end of its input.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string Password = "only-for-tests";

    private const string Keeper =
        """
        trap '' HUP INT TERM
        folder="$1"; shift
        "$@" 2>&1 & server=$!
        echo "server $server"
        read -r order
        kill -QUIT $server 2>/dev/null; wait $server
        [ "$order" = keep ] || rm -rf "$folder"
        """;

    private static readonly Lazy<PostgresServer> _shared = new(() => new PostgresServer());
    private static int _schemas;

    private readonly string _folder = PostgresPrograms.MakeFolder();
    private readonly string[] _settings;
    private Process? _keeper;
    private int _process;

    /// <summary>Makes and starts one.</summary>
    /// <param name="settings">Further settings, such as "fsync=off".</param>
    public PostgresServer(params string[] settings)
    {
        _settings = settings;
        Port = FreePort();
        var password = Path.Combine(_folder, "password");
        File.WriteAllText(password, Password);
        PostgresPrograms.Run(PostgresPrograms.Command(
            "initdb", "-D", Data, "-U", "cocreate", "-A", "scram-sha-256", "--pwfile", password, "-E", "UTF8", "--locale=C", "--no-sync"));
        Start();
    }

    /// <summary>The one that tests share which do it no harm; each uses schemas of its own.</summary>
    public static PostgresServer Shared => _shared.Value;

    /// <summary>Where it listens on 127.0.0.1, the same in every life.</summary>
    public int Port { get; }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>A name for a schema that nobody has used.</summary>
    public static string NewSchema() => string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _schemas)}");

    /// <summary>How to connect as the owner of everything.</summary>
    /// <param name="schema">The schema that a journal uses.</param>
    /// <param name="port">Another port, for example a proxy's.</param>
    public string ConnectionString(string schema, int? port = null) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port ?? Port};Database=postgres;Username=cocreate;Password={Password};Search Path={schema}");

    /// <summary>Runs a statement in a schema and returns how many rows it changed.</summary>
    public int Execute(string schema, string sql, params object[] values)
    {
        using var connection = new NpgsqlConnection(ConnectionString(schema) + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command.ExecuteNonQuery();
    }

    /// <summary>Ends it as a power failure would, as far as a process can: SIGKILL to the server, whose children follow.</summary>
    public void Kill()
    {
        using (var server = Process.GetProcessById(_process))
        {
            server.Kill();
        }

        Stop();
    }

    /// <summary>Ends it at once, in the middle of whatever it does (PostgreSQL: immediate shutdown).</summary>
    public void Stop()
    {
        _keeper!.StandardInput.WriteLine("keep");
        _keeper.WaitForExit();
        _keeper.Dispose();
        _keeper = null;
    }

    /// <summary>Starts it on what it left, and returns once it takes connections.</summary>
    public void Start()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if (TryStart())
            {
                return;
            }
        }

        throw new InvalidOperationException("PostgreSQL did not start.");
    }

    public void Dispose()
    {
        if (_keeper is not null)
        {
            Stop();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>False when it ended again, as it does while a process of its earlier life is not gone yet.</summary>
    private bool TryStart()
    {
        string[] settings = [$"port={Port}", "listen_addresses=127.0.0.1", $"unix_socket_directories={_folder}", "max_connections=300", "shared_buffers=64MB", .. _settings];
        var server = PostgresPrograms.Command("postgres", ["-D", Data, .. settings.SelectMany(setting => (string[])["-c", setting])]);
        _keeper = Process.Start(new ProcessStartInfo("sh", ["-c", Keeper, "keeper", _folder, .. server]) { RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("The shell did not start.");
        var output = _keeper.StandardOutput;
        _process = int.Parse(output.ReadLine()!.Split(' ')[1], CultureInfo.InvariantCulture);
        while (output.ReadLine() is { } line)
        {
            if (line.Contains("ready to accept connections", StringComparison.Ordinal))
            {
                // What it says from now on has to go somewhere.
                _ = output.ReadToEndAsync();
                return true;
            }

            // Journals that come too early are turned away with a FATAL of their own.
            if (line.Contains("FATAL", StringComparison.Ordinal) && !line.Contains("the database system is", StringComparison.Ordinal))
            {
                Stop();
                return false;
            }
        }

        throw new InvalidOperationException("PostgreSQL ended before it was ready.");
    }
}
