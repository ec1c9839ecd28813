using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace CoCreate.Tests.Journals;

/// <summary>A data folder of one test, deleted at its end.</summary>
internal sealed class SqliteFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cocreate-journal-").FullName;

    /// <summary>The journal's file.</summary>
    public string File => System.IO.Path.Combine(Path, "journal.db");

    /// <summary>Runs a statement on the file through a connection of its own and returns how many rows it changed.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "Every statement is a constant of these tests.")]
    public int Execute(string sql, params SqliteParameter[] parameters)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddRange(parameters);
        return command.ExecuteNonQuery();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
